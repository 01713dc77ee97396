import { and, eq, sql } from 'drizzle-orm'
import { holdAccountOf } from '../accounts/wechat/hold-account'
import { isIdentity } from '../accounts/wechat/identity'
import type { User } from '../accounts/users/account'
import type { Context } from '../context'
import { users, wechatIdentities } from '../db/schema'
import { files } from '../db/schema-files'
import { isAvatar } from '../files/avatar'
import { audit } from '../security/audit'
import { NO_NEXT_PHONE } from '../security/phone'

// What a person can take back, by RevokeInfo (docs/wechat.md 10.2): 6 nickname and avatar, 8 phone, 19 nickname, 20
// avatar.
const NAMED = new Set(['6', '19'])
const PICTURED = new Set(['6', '20'])
const PHONED = new Set(['8'])

// What the person has typed in its place is not WeChat's.
const withoutPhone = ({ nextPhoneSealed, nextPhoneIndex }: User) => ({
  phoneSealed: nextPhoneSealed,
  phoneIndex: nextPhoneIndex,
  phoneVerified: false,
  phoneFromWechat: false,
  ...NO_NEXT_PHONE,
})

/**
 * Forgets what a person took back, by the numbers of RevokeInfo, as far as it came from WeChat: a number that a text
 * message has verified is a sign-in method of their own. Doing it again changes nothing.
 */
export const revokeAuthorization = async (
  { db, clock, settings }: Context,
  openid: string,
  what: readonly string[],
): Promise<void> => {
  const takes = (kinds: ReadonlySet<string>) => what.some((kind) => kinds.has(kind))
  const isProfile = takes(NAMED) || takes(PICTURED)
  await db.transaction(async (tx) => {
    const held = await holdAccountOf(tx, settings.wechat.appid, openid)
    if (held === null) return
    const { id: userId, phoneFromWechat, phoneVerified } = held.user
    if (isProfile) {
      await tx
        .update(wechatIdentities)
        .set({ profile: {} })
        .where(isIdentity(settings.wechat.appid, openid))
    }
    if (takes(PICTURED)) {
      await tx.delete(files).where(and(eq(files.userId, userId), isAvatar(sql`files`)))
    }
    await tx
      .update(users)
      .set({
        ...(takes(NAMED) && { nickname: '' }),
        ...(takes(PICTURED) && { avatar: '' }),
        ...(takes(PHONED) && (phoneFromWechat || !phoneVerified) && withoutPhone(held.user)),
        ...(isProfile && { isAuthorized: false }),
        updatedAt: new Date(clock.now()),
      })
      .where(eq(users.id, userId))
    await audit(tx, { kind: 'wechat_revoked', userId, ipAddress: '', nowMs: clock.now() })
  })
}

/**
 * WeChat judged the nickname or the avatar of a person risky, and asks for both to be cleared (docs/wechat.md
 * 10.2). It does not say which: the person is asked for both anew, as if they had taken both back. Doing it again
 * changes nothing.
 */
export const clearJudgedProfile = (context: Context, openid: string): Promise<void> =>
  revokeAuthorization(context, openid, [...NAMED, ...PICTURED])
