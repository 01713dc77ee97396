import type { Context } from '../../context'
import { ApiError } from '../../errors'
import { LIMITS, consume } from '../../security/limits'
import { hashToken } from '../../sessions/token'
import type { WechatPhone, WechatSession } from '../../wechat/client'
import { consumeOnce } from './consume-once'
import { exchangeCounted, type CodeSender } from './refused-codes'

// DevTools has no other code to return under the tourist AppID, so this one stands for no single sign-in.
const DEVTOOLS_APPID = 'touristappid'
const DEVTOOLS_CODE = 'the code is a mock one'

/** The 400 of a code that this server took before. */
export const codeUsed = (): ApiError =>
  new ApiError('wechat_code_used', 'code_used: this code was used before; get a new one.')

/** What a code is remembered by once it is consumed; null for the one that any number of sign-ins may use. */
export const consumableHash = ({ settings }: Context, code: string): string | null =>
  code === DEVTOOLS_CODE && settings.wechat.appid === DEVTOOLS_APPID ? null : hashToken(code)

const consumeCode = async (context: Context, code: string): Promise<void> => {
  const codeHash = consumableHash(context, code)
  if (codeHash === null) return
  if (!(await consumeOnce(context.db, codeHash, context.clock.now()))) throw codeUsed()
}

/**
 * Whom WeChat says a wx.login code belongs to. It is consumed at WeChat by that, but not yet here: `signInKnown` does
 * it where it writes anyway. Rejects with 400 for a code that is used, expired or invented, 429 while too many are
 * sent from an address that sent too many of those.
 */
export const exchangeLoginCode = (
  context: Context,
  code: string,
  from: CodeSender,
): Promise<WechatSession> =>
  exchangeCounted(context, from, () => context.wechat.codeToSession(code))

/**
 * Consumes a wx.login code, here and at WeChat: whom WeChat says it belongs to. A code is taken once,
 * anyone who sends it again. Rejects as `exchangeLoginCode`.
 */
export const redeemLoginCode = async (
  context: Context,
  code: string,
  from: CodeSender,
): Promise<WechatSession> => {
  await consumeCode(context, code)
  return exchangeLoginCode(context, code, from)
}

/**
 * Consumes a phone code of this openid (docs/wechat.md 4.2): the number behind it. WeChat receives the
 * openid, so that no one can bind a number with another person's code, and each uses the app's share of the day.
 * Rejects as `redeemLoginCode`, and with 429 beyond the limit of this openid.
 */
export const redeemPhoneCode = async (
  context: Context,
  code: string,
  openid: string,
  from: CodeSender,
): Promise<WechatPhone> => {
  await consume(context, LIMITS.phoneChecksPerUser, openid)
  await consumeCode(context, code)
  return exchangeCounted(context, from, () => context.wechat.phoneNumber(code, openid))
}
