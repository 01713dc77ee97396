import type { Context } from '../../context'
import { ApiError } from '../../errors'
import { LIMITS, consume } from '../../security/limits'
import {
  decryptFailed,
  isSignedRawData,
  openEncryptedData,
  type EncryptedData,
} from '../../wechat/encrypted-data'
import { linkedOpenid, type Account } from '../users/account'
import { redeemLoginCode } from './redeem-code'
import type { CodeSender } from './refused-codes'
import { storedSessionKeys, withAnyKey } from './session-key'
import { parseUserInfo, profileFields, UserInfo, type ProfileFields } from './wechat-profile'

/** A profile that WeChat signed and encrypted for our server (docs/protocol.md 3.3). What is missing is ''. */
export interface SealedProfile extends EncryptedData {
  readonly rawData: string
  readonly signature: string
  /** '': the session_key we keep is the one it was sealed with. */
  readonly code: string
}

const sessionKeysFor = async (
  context: Context,
  account: Account,
  code: string,
  from: CodeSender,
): Promise<readonly [string, ...string[]]> => {
  const openid = linkedOpenid(account)
  if (code === '') return storedSessionKeys(context, openid)
  await consume(context, LIMITS.profileCodesPerUser, String(account.user.id))
  const person = await redeemLoginCode(context, code, from)
  if (person.openid !== openid) {
    throw new ApiError(
      'wechat_code_of_another',
      'code belongs to another WeChat user than the one signed in.',
    )
  }
  return [person.sessionKey]
}

/**
 * The profile in what WeChat sealed for the account's person: that of the raw text whose signature holds, or, where a
 * getUserInfo button returned none, that of the encrypted data. What is there has to hold: rejects with the one 400 of
 * every failed decryption otherwise, with 429 beyond the limit of codes.
 */
export const verifiedProfile = async (
  context: Context,
  account: Account,
  sealed: SealedProfile,
  from: CodeSender,
): Promise<ProfileFields> => {
  const { clock, settings } = context
  const { rawData, signature, encryptedData, code } = sealed
  if (rawData === '' && encryptedData === '') {
    throw new ApiError(
      'request_malformed',
      'rawData is missing: send what getUserProfile returned, whole.',
    )
  }
  const sessionKeys = await sessionKeysFor(context, account, code, from)
  const freshness = { appid: settings.wechat.appid, nowMs: clock.now() }
  return withAnyKey(sessionKeys, (sessionKey) => {
    const opened =
      encryptedData === '' ? {} : openEncryptedData(sealed, sessionKey, freshness, UserInfo)
    if (rawData === '') return profileFields(opened)
    if (!isSignedRawData(rawData, signature, sessionKey)) throw decryptFailed()
    return profileFields(parseUserInfo(rawData))
  })
}
