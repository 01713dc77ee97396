import { and, eq } from 'drizzle-orm'
import type { Context } from '../context'
import { users, wechatIdentities } from '../db/schema'
import { ApiError } from '../errors'
import { isSignedRawData, openEncryptedData, type EncryptedData } from '../wechat/encrypted-data'
import type { Account } from './account'
import { linkedOpenid } from './linked-openid'
import { redeemLoginCode } from './redeem-code'
import { storedSessionKey } from './session-key'
import {
  isAnonymousProfile,
  parseUserInfo,
  profileFields,
  providerCopy,
  syncedFields,
  UserInfo,
  type ProfileFields,
  type Sync,
} from './wechat-profile'

/** A profile that WeChat signed for our server (wire contract 1.1 #3). */
export interface SignedProfile extends EncryptedData {
  readonly rawData: string
  readonly signature: string
  /** Empty: the session_key we keep is the one it was signed with. */
  readonly code: string
}

const sessionKeyFor = async (
  context: Context,
  openid: string,
  code: string,
  ipAddress: string,
): Promise<string> => {
  if (code === '') return storedSessionKey(context, openid)
  const person = await redeemLoginCode(context, code, ipAddress)
  if (person.openid !== openid)
    throw new ApiError(400, 'code belongs to another WeChat user than the one signed in.')
  return person.sessionKey
}

/**
 * The profile in what getUserProfile gave, once its signature over the raw text holds. `encryptedData`,
 * when there is some, has to open with the same session_key. Rejects with 400 otherwise.
 */
export const verifiedProfile = async (
  context: Context,
  account: Account,
  signed: SignedProfile,
  ipAddress: string,
): Promise<ProfileFields> => {
  const { clock, settings } = context
  const openid = linkedOpenid(account)
  const sessionKey = await sessionKeyFor(context, openid, signed.code, ipAddress)
  if (!isSignedRawData(signed.rawData, signed.signature, sessionKey))
    throw new ApiError(
      400,
      'signature does not fit rawData: sign in again and ask for the profile again.',
    )
  if (signed.encryptedData !== '') {
    const freshness = { appid: settings.wechat.appid, nowMs: clock.now() }
    openEncryptedData(signed, sessionKey, freshness, UserInfo)
  }
  return profileFields(parseUserInfo(signed.rawData))
}

/** Keeps a WeChat profile with an account, as far as `sync` lets it through; gives the account after it. */
export const updateWechatProfile = async (
  { db, clock, settings }: Context,
  { user, wechat }: Account,
  profile: ProfileFields,
  sync: Sync,
): Promise<Account> => {
  const [updated] = await db
    .update(users)
    .set({
      ...syncedFields(user, profile, sync),
      isAuthorized: user.isAuthorized || !isAnonymousProfile(profile),
      updatedAt: new Date(clock.now()),
    })
    .where(eq(users.id, user.id))
    .returning()
  if (updated === undefined) throw new ApiError(404, 'No user has this id.')
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
