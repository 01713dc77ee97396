import { and, eq } from 'drizzle-orm'
import type { Context } from '../../context'
import { users, wechatIdentities } from '../../db/schema'
import { ApiError } from '../../errors'
import type { Account } from '../users/account'
import { assertNickname } from '../users/nickname'
import {
  isAnonymousProfile,
  providerCopy,
  syncedFields,
  type ProfileFields,
  type Sync,
} from './wechat-profile'

/** Keeps a WeChat profile with an account, as far as `sync` lets it through; returns the account after it. Rejects with 400 for an invisible nickname. */
export const updateWechatProfile = async (
  { db, clock, settings }: Context,
  { user, wechat }: Account,
  profile: ProfileFields,
  sync: Sync,
): Promise<Account> => {
  const synced = syncedFields(user, profile, sync)
  assertNickname(synced.nickname ?? '')
  const [updated] = await db
    .update(users)
    .set({
      ...synced,
      isAuthorized: user.isAuthorized || !isAnonymousProfile(profile),
      updatedAt: new Date(clock.now()),
    })
    .where(eq(users.id, user.id))
    .returning()
  if (updated === undefined) throw new ApiError('user_not_found', 'No user has this id.')
  if (wechat === null) return { user: updated, wechat }

  const copy = providerCopy(wechat.profile, profile)
  await db
    .update(wechatIdentities)
    .set({ profile: copy })
    .where(
      and(
        eq(wechatIdentities.appid, settings.wechat.appid),
        eq(wechatIdentities.openid, wechat.openid),
      ),
    )
  return { user: updated, wechat: { ...wechat, profile: copy } }
}
