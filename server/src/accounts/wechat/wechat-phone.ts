import { Type } from '@sinclair/typebox'
import type { Context } from '../../context'
import { ApiError } from '../../errors'
import { normalizePhone } from '../../security/phone'
import { openEncryptedData, type EncryptedData } from '../../wechat/encrypted-data'
import type { WechatPhone } from '../../wechat/client'
import { redeemPhoneCode } from './redeem-code'
import type { CodeSender } from './refused-codes'
import { withAnyKey } from './session-key'

/** What the phone button returned: a phone code since base library 2.21.2, encryptedData before (docs/wechat.md 4.1, 4.6). */
export interface PhoneCredentials extends EncryptedData {
  /** Empty when there is none. */
  readonly phoneCode: string
}

/** What encryptedData of the phone button holds. */
export const PhoneInfo = Type.Object({
  phoneNumber: Type.String(),
  purePhoneNumber: Type.String(),
  countryCode: Type.Union([Type.String(), Type.Number()]),
})

const inOneForm = ({ purePhoneNumber, countryCode }: WechatPhone): string =>
  normalizePhone(`+${countryCode.replace('+', '')}${purePhoneNumber}`)

/**
 * The phone number of this openid that WeChat vouches for, in the form we keep. `sessionKeys` are asked
 * for only when encryptedData has to be opened. Rejects with 400 for credentials that WeChat does not take.
 */
export const exchangePhoneCredentials = async (
  context: Context,
  credentials: PhoneCredentials,
  openid: string,
  sessionKeys: () => Promise<readonly [string, ...string[]]>,
  from: CodeSender,
): Promise<string> => {
  if (credentials.phoneCode !== '') {
    return inOneForm(await redeemPhoneCode(context, credentials.phoneCode, openid, from))
  }
  if (credentials.encryptedData === '') {
    throw new ApiError(
      'request_malformed',
      'phone_code is missing: send what the phone button returned.',
    )
  }
  const { clock, settings } = context
  const freshness = { appid: settings.wechat.appid, nowMs: clock.now() }
  const info = withAnyKey(await sessionKeys(), (key) =>
    openEncryptedData(credentials, key, freshness, PhoneInfo),
  )
  return inOneForm({ ...info, countryCode: String(info.countryCode) })
}
