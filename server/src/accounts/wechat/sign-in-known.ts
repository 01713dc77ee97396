import type { Context } from '../../context'
import { batch } from '../../db/batch'
import { oncePerContext } from '../../db/once-per-context'
import type { LoginMethod } from '../../db/schema'
import { openSession, type ClientInfo } from '../../sessions/session'
import { sessionRecord } from '../../sessions/session-parts'
import type { WechatSession } from '../../wechat/client'
import type { SignedIn } from '../sign-in/sign-in-account'
import { accountBlocked } from '../users/blocked'
import { holdBack } from './login-limit'
import { codeUsed } from './redeem-code'
import { sealSessionKey, sessionKeyMark } from './session-key'
import { signInStatement, type Recognition, type SignInAttempt } from './sign-in-statement'

/** How someone signs in. */
export interface SignIn {
  readonly recognition: Recognition
  readonly loginMethod: LoginMethod
  /** Of someone who has no account: whether one is made. */
  readonly stranger: 'is-refused' | 'gets-an-account'
}

/** The rows an attempt touches and another might, too. */
const rowsOf = ({ openid, code_hash, replaced_hash }: SignInAttempt): string[] => [
  `openid ${openid}`,
  ...(code_hash === null ? [] : [`code ${code_hash}`]),
  ...(replaced_hash === null ? [] : [`session ${replaced_hash}`]),
]

const attemptSignIn = oncePerContext((context: Context) =>
  batch({ ask: signInStatement(context), rowsOf, most: 32, patienceMs: 100 }),
)

/**
 * Signs in the account that this openid belongs to under our AppID: consumes the code by its hash, unless it is
 * null because it is consumed already, keeps the session_key WeChat just returned, opens a session, ends the one the
 * request carried, counts and records it. One statement, hence one round trip and one commit, because every launch
 * of every device does this; sign-ins of the same moment share it, unless they touch the same rows. Someone
 * without an account gets one by the same statement if that is how strangers sign in. Returns null when no one is
 * recognised; rejects with the database's unique violation when another process makes an account of this openid at
 * the same moment, with 400 for a code that was consumed before, with 429 beyond the limit per openid, and with 403
 * for a blocked account.
 */
export const signInKnown = async (
  context: Context,
  person: WechatSession,
  { recognition, loginMethod, stranger }: SignIn,
  codeHash: string | null,
  client: ClientInfo,
): Promise<SignedIn | null> => {
  const { openid, unionid } = person
  const { sessionToken, row } = openSession(loginMethod, client, context.clock.now())

  const { isFresh, isTooOften, isBlocked, user, wechat } = await attemptSignIn(context)({
    appid: context.settings.wechat.appid,
    openid,
    unionid,
    recognition,
    creates: stranger === 'gets-an-account',
    code_hash: codeHash,
    session_key_sealed: sealSessionKey(context, person),
    session_key_mark: sessionKeyMark(context, person),
    login_method: loginMethod,
    ...sessionRecord(row, client.presentedTokenHash),
  })
  if (!isFresh) throw codeUsed()
  if (isTooOften) throw await holdBack(context, openid)
  if (isBlocked) throw accountBlocked()
  return user === null ? null : { account: { user, wechat }, sessionToken }
}
