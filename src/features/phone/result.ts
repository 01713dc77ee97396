import type { Failure, FailureKind } from '../../auth/failure'

/** What there is to say after a phone number was asked for. */
export type PhoneResult =
  | { readonly tag: 'nothing' }
  /** The person said no, or closed the sheet: nothing is wrong and nothing is shown in red. */
  | { readonly tag: 'refused' }
  /** The app has used up what it paid for (errno 1400001). */
  | { readonly tag: 'noQuota' }
  /** This app may not ask: it belongs to a person, not to a company (docs/wechat.md 4.3). */
  | { readonly tag: 'noPermission' }
  /** The operator has not declared the interface in the privacy guide (errno 112). */
  | { readonly tag: 'undeclared' }
  /** WeChat returned no number, and no reason that is known. */
  | { readonly tag: 'failed' }
  | { readonly tag: 'expired' }
  /** The number opens another account: only that account's own credentials lead on (docs/wechat.md 4.7). */
  | { readonly tag: 'taken' }
  | { readonly tag: 'wrong'; readonly failure: Failure }

const BY_KIND: Partial<Record<FailureKind, Exclude<PhoneResult['tag'], 'nothing' | 'wrong'>>> = {
  refused: 'refused',
  quota: 'noQuota',
  unsupported: 'noPermission',
  undeclared: 'undeclared',
  wechat: 'failed',
  expired: 'expired',
}

/** What a failed request for the number of WeChat comes to (docs/wechat.md 4.4). */
export const resultOf = (failure: Failure): PhoneResult => {
  const tag = BY_KIND[failure.kind]
  return tag === undefined ? { tag: 'wrong', failure } : { tag }
}
