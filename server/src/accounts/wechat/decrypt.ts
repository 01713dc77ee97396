import { Type } from '@sinclair/typebox'
import type { Context } from '../../context'
import { openEncryptedData } from '../../wechat/encrypted-data'
import type { WechatPhone } from '../../wechat/client'
import { linkedOpenid, type Account } from '../users/account'
import { redeemPhoneCode } from './redeem-code'
import type { CodeSender } from './refused-codes'
import { storedSessionKeys, withAnyKey } from './session-key'
import { PhoneInfo, type PhoneCredentials } from './wechat-phone'

/** What a mini-program may have opened for it (docs/protocol.md 3.7), and what each kind holds. */
const SHAPES = {
  'we-run-data': Type.Object({ stepInfoList: Type.Array(Type.Unknown()) }),
  'open-gid': Type.Object({ openGId: Type.String() }),
  'phone-number': PhoneInfo,
}

const phoneOf = ({ phoneNumber, purePhoneNumber, countryCode }: WechatPhone) => ({
  phoneNumber,
  purePhoneNumber,
  countryCode,
})

/**
 * Opens encrypted data for the person it is about, with the session_key we keep; a phone code is
 * exchanged instead. Rejects with the one 400 of every failed decryption.
 */
export const decryptForCaller = async (
  context: Context,
  caller: Account,
  type: keyof typeof SHAPES,
  encrypted: PhoneCredentials,
  from: CodeSender,
): Promise<object> => {
  const openid = linkedOpenid(caller)
  if (type === 'phone-number' && encrypted.phoneCode !== '') {
    return phoneOf(await redeemPhoneCode(context, encrypted.phoneCode, openid, from))
  }
  const { clock, settings } = context
  const freshness = { appid: settings.wechat.appid, nowMs: clock.now() }
  const sessionKeys = await storedSessionKeys(context, openid)
  return withAnyKey(sessionKeys, (key) =>
    openEncryptedData(encrypted, key, freshness, SHAPES[type]),
  )
}
