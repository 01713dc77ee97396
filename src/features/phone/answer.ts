import { CODE } from '../../baas/errors'
import type { PhoneDetail } from '../../baas/phone-event'
import { wechatError } from '../../baas/wechat-errors'
import { isUndeclared } from '../privacy/undeclared'

/** What came of a tap on the phone button (docs/wechat.md 4.4). */
export type PhoneAnswer =
  | { readonly tag: 'given'; readonly detail: PhoneDetail }
  /** The person said no, or closed the sheet: nothing is wrong and nothing is shown in red. */
  | { readonly tag: 'refused' }
  /** The app has used up what it paid for (errno 1400001). */
  | { readonly tag: 'noQuota' }
  /** This app may not ask: it belongs to a person, not to a company (docs/wechat.md 4.3). */
  | { readonly tag: 'noPermission' }
  /** The operator has not declared the interface in the privacy guide (errno 112). */
  | { readonly tag: 'undeclared' }
  | { readonly tag: 'failed' }

const BY_CODE: Readonly<Record<number, PhoneAnswer>> = {
  [CODE.unauthorized]: { tag: 'refused' },
  [CODE.unsupportedFunction]: { tag: 'noPermission' },
  402: { tag: 'noQuota' },
}

/** Reads the detail of a `getPhoneNumber` or `getRealtimePhoneNumber` event. */
export function readPhoneAnswer(detail: PhoneDetail): PhoneAnswer {
  if (detail.code || detail.encryptedData) return { tag: 'given', detail }
  const error = wechatError(detail)
  return isUndeclared(error) ? { tag: 'undeclared' } : (BY_CODE[error.code] ?? { tag: 'failed' })
}
