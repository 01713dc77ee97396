import { eq } from 'drizzle-orm'
import type { Context } from '../../context'
import { sessions, users, wechatIdentities, type LoginMethod } from '../../db/schema'
import { audit } from '../../security/audit'
import { openSession, type ClientInfo } from '../../sessions/session'
import type { WechatSession } from '../../wechat/client'
import type { User } from '../users/account'
import { dropClaims } from '../identifiers/claims'
import { sealSessionKey, sessionKeyMark } from './session-key'
import type { SignedIn } from '../sign-in/sign-in-account'

/** What a new account starts with, besides its WeChat identity. */
export type FirstFields = Partial<
  Pick<User, 'wechatUnionid' | 'phoneSealed' | 'phoneIndex' | 'phoneVerified'>
>

/**
 * Makes an account for a WeChat person seen for the first time and signs it in, in the place of the session that
 * the request carried, all or nothing. Rejects with the database's unique violation when another request was first
 * with this openid.
 */
export const createWithWechat = async (
  context: Context,
  person: WechatSession,
  fields: FirstFields,
  loginMethod: LoginMethod,
  client: ClientInfo,
): Promise<SignedIn> => {
  const { openid, unionid } = person
  const nowMs = context.clock.now()
  const now = new Date(nowMs)
  const { sessionToken, row } = openSession(loginMethod, client, nowMs)
  const account = await context.db.transaction(async (tx) => {
    // First: who claims the number may be verifying it, and waits then for the new row.
    if (fields.phoneIndex) await dropClaims(tx, { kind: 'phone', index: fields.phoneIndex }, null)
    const [user] = await tx
      .insert(users)
      .values({ ...fields, createdAt: now, updatedAt: now })
      .returning()
    if (user === undefined) throw new Error('insert into users returned no row')
    const [wechat] = await tx
      .insert(wechatIdentities)
      .values({
        appid: context.settings.wechat.appid,
        openid,
        unionid,
        userId: user.id,
        sessionKeySealed: sealSessionKey(context, person),
        sessionKeyMark: sessionKeyMark(context, person),
        sessionKeyAt: now,
        loginTimes: 1,
        lastLoginAt: now,
        createdAt: now,
      })
      .returning()
    if (wechat === undefined) throw new Error('insert into wechat_identities returned no row')
    await tx.delete(sessions).where(eq(sessions.tokenHash, client.presentedTokenHash ?? ''))
    await tx.insert(sessions).values({ ...row, userId: user.id })
    await audit(tx, { kind: 'registered', userId: user.id, ipAddress: client.ipAddress, nowMs })
    return { user, wechat }
  })
  return { account, sessionToken }
}
