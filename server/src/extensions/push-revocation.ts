import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Context } from '../context'
import { files, sessions, users, wechatIdentities } from '../db/schema'
import { audit } from '../security/audit'
import { eraseAccount } from './delete-account'

// What a person can take back, by RevokeInfo (WeChat rules 1.5): 6 nickname and avatar, 8 phone, 19 nickname, 20 avatar.
const NAMED = new Set(['6', '19'])
const PICTURED = new Set(['6', '20'])
const PHONED = new Set(['8'])

/** Forgets what a person took back, by the numbers of RevokeInfo. Doing it again changes nothing. */
export const revokeAuthorization = async (
  { db, clock, settings }: Context,
  openid: string,
  what: readonly string[],
): Promise<void> => {
  const takes = (kinds: ReadonlySet<string>) => what.some((kind) => kinds.has(kind))
  const isProfile = takes(NAMED) || takes(PICTURED)
  await db.transaction(async (tx) => {
    const [identity] = await tx
      .update(wechatIdentities)
      .set(isProfile ? { profile: {} } : { openid })
      .where(
        and(eq(wechatIdentities.appid, settings.wechat.appid), eq(wechatIdentities.openid, openid)),
      )
      .returning({ userId: wechatIdentities.userId })
    if (identity === undefined) return
    const { userId } = identity
    if (takes(PICTURED))
      await tx
        .delete(files)
        .where(
          and(
            eq(files.userId, userId),
            sql`(select avatar from users where id = ${userId}) like '%' || ${files.id} || '%'`,
          ),
        )
    await tx
      .update(users)
      .set({
        ...(takes(NAMED) && { nickname: '' }),
        ...(takes(PICTURED) && { avatar: '' }),
        ...(takes(PHONED) && { phoneSealed: null, phoneIndex: null, phoneVerified: false }),
        ...(isProfile && { isAuthorized: false }),
        updatedAt: new Date(clock.now()),
      })
      .where(eq(users.id, userId))
    await audit(tx, { kind: 'wechat_revoked', userId, ipAddress: '', nowMs: clock.now() })
  })
}

/**
 * WeChat judged the nickname or the avatar of a person risky, and asks for both to be cleared (WeChat rules 9). It does
 * not say which: the person is asked for both anew, as if they had taken both back. Doing it again changes nothing.
 */
export const clearJudgedProfile = (context: Context, openid: string): Promise<void> =>
  revokeAuthorization(context, openid, [...NAMED, ...PICTURED])

/** The person left: an account they can still reach another way loses all that came from WeChat, any other is erased. */
export const cancelAuthorization = async (context: Context, openid: string): Promise<void> => {
  const { db, clock, settings } = context
  const ofPerson = and(
    eq(wechatIdentities.appid, settings.wechat.appid),
    eq(wechatIdentities.openid, openid),
  )
  const [account] = await db
    .select({ user: users, profile: wechatIdentities.profile })
    .from(wechatIdentities)
    .innerJoin(users, eq(users.id, wechatIdentities.userId))
    .where(ofPerson)
  if (account === undefined) return
  const { user, profile } = account
  if (user.passwordHash === null && !user.phoneVerified) return eraseAccount(context, user.id)
  await db.transaction(async (tx) => {
    await tx.delete(wechatIdentities).where(ofPerson)
    await tx
      .delete(sessions)
      .where(
        and(
          eq(sessions.userId, user.id),
          inArray(sessions.loginMethod, ['wechat', 'wechat_phone']),
        ),
      )
    await tx
      .update(users)
      .set({
        ...(user.nickname === profile['nickname'] && { nickname: '' }),
        ...(user.avatar === profile['avatar'] && { avatar: '' }),
        wechatUnionid: null,
        isAuthorized: false,
        updatedAt: new Date(clock.now()),
      })
      .where(eq(users.id, user.id))
  })
}
