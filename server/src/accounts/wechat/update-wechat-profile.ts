import { eq } from 'drizzle-orm'
import type { Context } from '../../context'
import { users, wechatIdentities } from '../../db/schema'
import { unauthorized } from '../../errors'
import type { Account } from '../users/account'
import { accountBlocked } from '../users/blocked'
import { assertNickname } from '../users/nickname'
import { heldIdentity, isIdentity } from './identity'
import {
  isAnonymousProfile,
  providerCopy,
  syncedFields,
  type ProfileFields,
  type Sync,
} from './wechat-profile'

/**
 * Keeps a WeChat profile with an account, as far as `sync` lets it through; returns the account after it. What the
 * account holds is read anew: WeChat, or a cloud function, took time since it was. Rejects with 400 for an invisible
 * nickname and for an account whose WeChat was unlinked meanwhile, 403 for one that was blocked, 401 for one that was
 * deleted.
 */
export const updateWechatProfile = (
  context: Context,
  { user: { id }, wechat }: Account,
  profile: ProfileFields,
  sync: Sync,
): Promise<Account> =>
  context.db.transaction(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.id, id)).for('no key update')
    if (user === undefined) throw unauthorized('session_expired')
    if (user.blockedAt !== null) throw accountBlocked()
    const synced = syncedFields(user, profile, sync)
    assertNickname(synced.nickname ?? '')
    const [updated = user] = await tx
      .update(users)
      .set({
        ...synced,
        isAuthorized: user.isAuthorized || !isAnonymousProfile(profile),
        updatedAt: new Date(context.clock.now()),
      })
      .where(eq(users.id, id))
      .returning()
    if (wechat === null) return { user: updated, wechat }

    const { appid, openid, profile: held } = await heldIdentity(tx, context, { user, wechat })
    const copy = providerCopy(held, profile)
    await tx.update(wechatIdentities).set({ profile: copy }).where(isIdentity(appid, openid))
    return { user: updated, wechat: { ...wechat, profile: copy } }
  })
