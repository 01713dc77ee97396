import { BaasError } from './errors'

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
  | 'denied'
  | 'needsLink'
  | 'needsLogin'
  | 'conflict'
  /** The openid and the unionid of this WeChat do not lead to one account. */
  | 'unionConflict'
  /** An operator has blocked the account. */
  | 'accountBlocked'
  | 'quota'
  | 'unsupported'
  | 'unexpected'

const PASSING: readonly FailureKind[] = ['offline', 'timeout', 'server', 'rateLimited']

const KIND: Readonly<Record<number, FailureKind>> = {
  401: 'needsLogin',
  402: 'quota',
  403: 'denied',
  405: 'unsupported',
  409: 'conflict',
  429: 'rateLimited',
  600: 'offline',
  601: 'timeout',
  603: 'denied',
  604: 'needsLogin',
  611: 'unsupported',
  612: 'needsLogin',
  616: 'unsupported',
}

/** The protocol has no code for it: its text names both ids, for a developer to merge (docs/protocol.md 8.2). */
const isUnionConflict = ({ code, serverMessage }: BaasError) =>
  code === 400 && /openid.*unionid|unionid.*openid/i.test(serverMessage)

/** A code of WeChat's that is used or too old, which no other code is to blame for: another tap brings a new one. */
const isSpentCode = ({ code, serverMessage }: BaasError) =>
  code === 400 && /^code_(used|invalid)/.test(serverMessage)

/**
 * Any rejection as a Failure.
 * @param here what a status means in the call that failed, where it has no meaning of its own: 400, 404
 */
export function failureOf(
  error: unknown,
  here: Readonly<Record<number, FailureKind>> = {},
): Failure {
  if (!(error instanceof BaasError)) return { kind: 'unexpected', retry: false }
  const { errorCode } = error
  const kind = kindOf(error, here)
  return { kind, retry: PASSING.includes(kind), ...(errorCode && { errorCode }) }
}

function kindOf(error: BaasError, here: Readonly<Record<number, FailureKind>>): FailureKind {
  const { code, errorCode } = error
  if (errorCode === 'account_blocked') return 'accountBlocked'
  if (isUnionConflict(error)) return 'unionConflict'
  if (isSpentCode(error)) return 'denied'
  return here[code] ?? KIND[code] ?? (code >= 500 && code < 600 ? 'server' : 'unexpected')
}
