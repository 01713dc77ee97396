import { BaasError } from '../baas/errors'
import { fieldsOf } from '../baas/read'

/** What a screen can do about a failed action: offer to try again, or say what is the matter. */
export interface Failure {
  readonly kind: FailureKind
  /** Whether the same may work when it is tried again. */
  readonly retry: boolean
  /** Our server's own name for the refusal; left out where there is none, as with the hosted service. */
  readonly errorCode?: string
}

export type FailureKind =
  | 'offline'
  | 'timeout'
  | 'server'
  | 'rateLimited'
  /** WeChat failed, for no reason that is known. */
  | 'wechat'
  /** The person said no to WeChat's question. */
  | 'refused'
  /** The operator has not declared the interface in WeChat's privacy guide, which no person can help. */
  | 'undeclared'
  /** A code of WeChat's is used or too old: another tap brings a new one. */
  | 'expired'
  | 'denied'
  /** What was asked for is not there, or not any more. */
  | 'notFound'
  | 'needsLink'
  | 'needsLogin'
  | 'conflict'
  /** The openid and the unionid of this WeChat do not lead to one account. */
  | 'unionConflict'
  /** An operator has blocked the account. */
  | 'accountBlocked'
  | 'quota'
  | 'unsupported'
  /** Called off by the person, or overtaken by a change of who is signed in: nothing went wrong. */
  | 'cancelled'
  | 'unexpected'

/** What a status without an `error_code` means in one call, where it has no meaning of its own: 400, 404. */
export type Meanings = Readonly<Record<number, FailureKind>>

const TRANSIENT: readonly FailureKind[] = [
  'offline',
  'timeout',
  'server',
  'rateLimited',
  'wechat',
  'cancelled',
]

/** The codes of our server that mean something else than their status: `error_code` of an answer. */
const BY_ERROR_CODE: Readonly<Record<string, FailureKind>> = {
  account_blocked: 'accountBlocked',
  email_of_another: 'conflict',
  last_sign_in_method: 'conflict',
  endpoint_unknown: 'unsupported',
  link_dead: 'denied',
  name_taken: 'conflict',
  no_linked_account: 'needsLink',
  other_wechat_linked: 'conflict',
  phone_bound: 'conflict',
  phone_of_another: 'conflict',
  phone_unknown: 'needsLink',
  profile_update_disabled: 'unsupported',
  unionid_conflict: 'unionConflict',
  wechat_answer_unknown: 'wechat',
  wechat_code_invalid: 'expired',
  wechat_code_used: 'expired',
  wechat_of_another: 'conflict',
  wechat_unavailable: 'wechat',
}

const BY_CODE: Meanings = {
  401: 'needsLogin',
  402: 'quota',
  403: 'denied',
  404: 'notFound',
  405: 'unsupported',
  409: 'conflict',
  429: 'rateLimited',
  498: 'wechat',
  499: 'cancelled',
  600: 'offline',
  601: 'timeout',
  603: 'refused',
  604: 'needsLogin',
  611: 'unsupported',
  612: 'needsLogin',
  616: 'unsupported',
}

/** Any rejection as a Failure: by our server's `error_code`, else by status and `meanings`. */
export const failureOf = (error: unknown, meanings: Meanings = {}): Failure => {
  if (!(error instanceof BaasError)) return { kind: 'unexpected', retry: false }
  const { code, errorCode } = error
  const kind = errorCode
    ? BY_ERROR_CODE[errorCode] || kindOf(code, { 400: 'denied' })
    : named(error) || kindOf(code, meanings)
  return { kind, retry: TRANSIENT.includes(kind), ...(errorCode && { errorCode }) }
}

const kindOf = (code: number, meanings: Meanings): FailureKind =>
  meanings[code] || BY_CODE[code] || (code >= 500 && code < 600 ? 'server' : 'unexpected')

/** What only the words say: WeChat's, and those of the hosted service, which has no code for it (docs/protocol.md 8.2). */
const named = ({ code, serverMessage, cause }: BaasError): FailureKind | undefined => {
  if (fieldsOf(cause)['errno'] === 112 || /scope is not declared/.test(serverMessage)) {
    return 'undeclared'
  }
  const isSplit = /openid.*unionid|unionid.*openid/i.test(serverMessage)
  return code === 400 && isSplit ? 'unionConflict' : undefined
}
