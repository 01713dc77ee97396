import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { CLOCK_SKEW_MS, isAlive } from '../../clock'
import type { Context } from '../../context'
import { ApiError } from '../../errors'
import { refund } from '../../security/buckets'
import { LIMITS, consumeAll } from '../../security/limits'
import { openPhone } from '../../security/phone'
import { orTakenBack, passwordMatches } from '../../security/password'
import { inPasswordPlace } from '../../security/password-turns'
import type { Caller } from '../../sessions/authenticate'
import type { ClientInfo } from '../../sessions/session'
import { consumeEmailCode } from '../email/email-codes'
import { redeemLoginCode } from '../wechat/redeem-code'
import { consumeSmsCode } from '../phone/sms-code'

/** What shows again who holds a session: the password, a wx.login code, or a code to a verified number or address. */
export type Credentials =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'wechat'; readonly code: string }
  | { readonly kind: 'sms'; readonly code: string | number }
  | { readonly kind: 'email'; readonly code: string }

/** What a dangerous request brings: credentials, the token of a re-authentication just made, or neither. */
export type Presented =
  Credentials | { readonly kind: 'token'; readonly token: string } | { readonly kind: 'none' }

/** How long a sign-in, or a re-authentication, counts for dangerous acts. */
const REAUTHENTICATION_MS = 10 * 60_000

const PURPOSE = 'reauthentication'
const Content = Type.Object({ sessionId: Type.String(), expiresAt: Type.Number() })

/** The credentials an account can present, for a client that has to ask for some. */
const methodsOf = (
  { settings: { mailer } }: Context,
  { user, wechat }: Caller,
): Credentials['kind'][] => [
  ...(wechat === null ? [] : (['wechat'] as const)),
  ...(user.passwordHash === null ? [] : (['password'] as const)),
  ...(user.phoneVerified && mailer.sms.kind !== 'off' ? (['sms'] as const) : []),
  ...(user.emailVerified && mailer.mail.kind !== 'off' ? (['email'] as const) : []),
]

const required = (context: Context, caller: Caller): ApiError =>
  new ApiError(
    'reauthentication_required',
    'This takes a re-authentication: present credentials of the account again.',
    { methods: methodsOf(context, caller) },
  )

const wrong = (): ApiError =>
  new ApiError('reauthentication_failed', 'The credentials are not of this account.')

const areOf = async (
  context: Context,
  { user, wechat }: Caller,
  credentials: Credentials,
  client: ClientInfo,
): Promise<boolean> => {
  switch (credentials.kind) {
    case 'password':
      return passwordMatches(user.passwordHash, credentials.password, { ...client, isKnown: true })
    case 'wechat': {
      const person = await redeemLoginCode(context, credentials.code, client)
      return wechat !== null && person.openid === wechat.openid
    }
    case 'sms':
      if (user.phoneSealed === null || !user.phoneVerified) return false
      await consumeSmsCode(
        context,
        openPhone(context.vault, user.phoneSealed),
        credentials.code,
        client,
      )
      return true
    case 'email': {
      if (user.email === null || !user.emailVerified) return false
      const addressee = { userId: user.id, email: user.email }
      await consumeEmailCode(context, 'reauthenticate', addressee, credentials.code)
      return true
    }
  }
}

/**
 * What `compare` resolves to, counted before as a try of the session (`orTakenBack`). Rejects with 429 after too many
 * tries.
 */
export const countedTry = async (
  context: Context,
  { sessionId }: Caller,
  { signal }: ClientInfo,
  compare: () => Promise<boolean>,
): Promise<boolean> => {
  const uses = [{ limit: LIMITS.reauthenticationPerSession, subject: sessionId }]
  await consumeAll(context, uses)
  return orTakenBack(compare, () => refund(context, uses), signal)
}

/**
 * Checks credentials of the caller's account. Tries are counted per session, so that a stolen token locks out no other
 * session. Rejects with 403 when they are not of this account, 400 for a wrong code, 429 after too many tries.
 */
const check = async (
  context: Context,
  caller: Caller,
  credentials: Credentials,
  client: ClientInfo,
): Promise<void> => {
  const compare = () => areOf(context, caller, credentials, client)
  const tried = () => countedTry(context, caller, client, compare)
  const isRight = await (credentials.kind === 'password' ? inPasswordPlace(client, tried) : tried())
  if (!isRight) throw wrong()
}

/**
 * A token that stands for a re-authentication of this session, for ten minutes. It is bound to the session and dies
 * with it; beside the session's own token a thief of that one has no use for it. Rejects as described at `check`.
 */
export const reauthenticate = async (
  context: Context,
  caller: Caller,
  credentials: Credentials,
  client: ClientInfo,
): Promise<{ reauthentication: string; expires_in: number }> => {
  await check(context, caller, credentials, client)
  const expiresAt = context.clock.now() + REAUTHENTICATION_MS
  const content = JSON.stringify({ sessionId: caller.sessionId, expiresAt })
  return {
    reauthentication: context.vault.seal(content, PURPOSE),
    expires_in: REAUTHENTICATION_MS / 1000,
  }
}

const isTokenOf = ({ vault, clock }: Context, { sessionId }: Caller, token: string): boolean => {
  try {
    const content: unknown = JSON.parse(vault.open(token, PURPOSE))
    return (
      Value.Check(Content, content) &&
      content.sessionId === sessionId &&
      isAlive(clock.now(), content.expiresAt, REAUTHENTICATION_MS)
    )
  } catch {
    return false
  }
}

/**
 * Lets a dangerous act pass (docs/decisions/0011, O4): a session token alone is not enough. A sign-in of the last
 * ten minutes counts, and so do credentials or a re-authentication's token that the request brings; an anonymous
 * user has nothing but the session. Rejects with 403 `reauthentication_required` and the methods that would do,
 * otherwise as `check`.
 */
export const requireReauthentication = async (
  context: Context,
  caller: Caller,
  presented: Presented,
  client: ClientInfo,
): Promise<void> => {
  if (caller.user.isAnonymous) return
  if (presented.kind === 'token' && isTokenOf(context, caller, presented.token)) return
  if (presented.kind !== 'token' && presented.kind !== 'none') {
    return check(context, caller, presented, client)
  }
  const signedInMs = context.clock.now() - caller.signedInAt.getTime()
  // A session from after now began before the clock was set back: how long ago, no one knows.
  const isFresh = signedInMs >= -CLOCK_SKEW_MS && signedInMs <= REAUTHENTICATION_MS
  if (!isFresh) throw required(context, caller)
}
