import { sql } from 'drizzle-orm'
import type { Context } from '../context'
import { rateLimits, spentCodes } from '../db/schema'
import { ApiError } from '../errors'
import { LIMITS, limitKey, spend } from '../security/limits'
import { hashToken } from '../sessions/token'
import type { WechatPhone, WechatSession } from '../wechat/client'

// DevTools has no other code to give under the tourist AppID, so this one stands for no single sign-in.
const DEVTOOLS_APPID = 'touristappid'
const DEVTOOLS_CODE = 'the code is a mock one'

/** Spends `code` and asks whether its sender had too many refused, in one round trip. */
const takeCode = async (
  { db, clock, vault }: Context,
  code: string,
  ipAddress: string,
): Promise<void> => {
  const now = new Date(clock.now()).toISOString()
  const limit = LIMITS.refusedCodesPerAddress
  const { rows } = await db.execute<{ fresh: boolean; refused: boolean }>(sql`
    with spent as (
      insert into ${spentCodes} (code_hash, spent_at) values (${hashToken(code)}, ${now})
      on conflict do nothing returning 1
    )
    select exists (select from spent) as fresh, exists (
      select from ${rateLimits} where key = ${limitKey({ vault }, limit, ipAddress)}
        and hits >= ${limit.max} and window_ends > ${now}
    ) as refused`)
  if (rows[0]?.refused) throw new ApiError(429, 'Too many refused codes: try again in a minute.')
  if (!rows[0]?.fresh)
    throw new ApiError(400, 'code_used: this code was used before; get a new one.')
}

const redeem = async <T>(
  context: Context,
  code: string,
  ipAddress: string,
  exchange: () => Promise<T>,
): Promise<T> => {
  const isShared = code === DEVTOOLS_CODE && context.settings.wechat.appid === DEVTOOLS_APPID
  if (!isShared) await takeCode(context, code, ipAddress)
  return exchange().catch(async (error: unknown) => {
    if (error instanceof ApiError && error.status === 400)
      await spend(context, LIMITS.refusedCodesPerAddress, ipAddress)
    throw error
  })
}

/**
 * Spends a wx.login code: whom WeChat says it belongs to. A code is taken once, here as at WeChat, whoever
 * sends it again. Rejects with 400 for a code that is used, expired or invented, 429 after too many of those.
 */
export const redeemLoginCode = (
  context: Context,
  code: string,
  ipAddress: string,
): Promise<WechatSession> =>
  redeem(context, code, ipAddress, () => context.wechat.codeToSession(code))

/**
 * Spends a phone code of this openid (WeChat rules 1.4): the number behind it. WeChat is told the
 * openid, so that nobody can bind a number with somebody else's code. Rejects as `redeemLoginCode`.
 */
export const redeemPhoneCode = (
  context: Context,
  code: string,
  openid: string,
  ipAddress: string,
): Promise<WechatPhone> =>
  redeem(context, code, ipAddress, () => context.wechat.phoneNumber(code, openid))
