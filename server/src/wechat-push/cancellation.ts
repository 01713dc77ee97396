import { and, eq, inArray } from 'drizzle-orm'
import { eraseAccount } from '../accounts/personal-data/delete-account'
import type { User } from '../accounts/users/account'
import { hasSignInMethod } from '../accounts/users/sign-in-methods'
import { holdAccountOf } from '../accounts/wechat/hold-account'
import { isIdentity } from '../accounts/wechat/identity'
import type { Context } from '../context'
import type { Database } from '../db/database'
import { sessions, users, wechatIdentities } from '../db/schema'
import { audit } from '../security/audit'
import { endSessionsWhere } from '../sessions/end'
import { emptyBlockedAccount } from './empty-blocked-account'

type Identity = typeof wechatIdentities.$inferSelect

const NOTHING_FROM_WECHAT = {
  profile: {},
  sessionKeySealed: null,
  sessionKeyMark: null,
  previousSessionKeySealed: null,
} as const

/** What is left to do once the account is held no more. */
type Remaining =
  { readonly task: 'none' } | { readonly task: 'erase' | 'empty'; readonly userId: number }

/** Deletes what came from this WeChat, and ends the sessions that were opened through it. */
const forgetWechat = async (
  tx: Pick<Database, 'execute' | 'update' | 'insert' | 'delete'>,
  { user, identity }: { readonly user: User; readonly identity: Identity },
  nowMs: number,
): Promise<void> => {
  const isThis = and(
    isIdentity(identity.appid, identity.openid),
    eq(wechatIdentities.userId, user.id),
  )
  // By the openid a blocked person is known when they come back.
  if (user.blockedAt === null) await tx.delete(wechatIdentities).where(isThis)
  else await tx.update(wechatIdentities).set(NOTHING_FROM_WECHAT).where(isThis)
  await endSessionsWhere(
    tx,
    and(eq(sessions.userId, user.id), inArray(sessions.loginMethod, ['wechat', 'wechat_phone'])),
  )
  await tx
    .update(users)
    .set({
      ...(user.nickname === identity.profile['nickname'] && { nickname: '' }),
      ...(user.avatar === identity.profile['avatar'] && { avatar: '' }),
      ...(user.blockedAt === null && { wechatUnionid: null }),
      isAuthorized: false,
      updatedAt: new Date(nowMs),
    })
    .where(eq(users.id, user.id))
  await audit(tx, { kind: 'wechat_revoked', userId: user.id, ipAddress: '', nowMs })
}

/**
 * The person left: the account loses all that came from this WeChat, and is erased only when no sign-in method is left
 * (docs/decisions/0011, O5). A blocked account stays, with its openid: a person who came back would have another
 * account, without the block. Doing it again changes nothing.
 */
export const cancelAuthorization = async (context: Context, openid: string): Promise<void> => {
  const { db, clock, settings } = context
  const remaining = await db.transaction(async (tx): Promise<Remaining> => {
    const held = await holdAccountOf(tx, settings.wechat.appid, openid)
    if (held === null) return { task: 'none' }
    const { user, identity } = held
    // Mail that is off can be turned on again, and nothing brings back what was erased.
    if (await hasSignInMethod(tx, user, { isMailSent: true, but: identity })) {
      await forgetWechat(tx, held, clock.now())
      return { task: 'none' }
    }
    // No request under way adds a method now. The identity stays or goes with the account: by it the push finds what is
    // left, when WeChat repeats it because the erasure was cut short.
    await tx.delete(sessions).where(eq(sessions.userId, user.id))
    if (user.blockedAt !== null) {
      await forgetWechat(tx, held, clock.now())
      return { task: 'empty', userId: user.id }
    }
    await tx.update(users).set({ wechatUnionid: null }).where(eq(users.id, user.id))
    return { task: 'erase', userId: user.id }
  })
  if (remaining.task === 'erase') await eraseAccount(context, remaining.userId)
  if (remaining.task === 'empty') await emptyBlockedAccount(context, remaining.userId)
}
