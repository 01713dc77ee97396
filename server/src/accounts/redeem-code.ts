import { sql } from 'drizzle-orm'
import type { Context } from '../context'
import { preparedOnce } from '../db/prepared'
import { rateLimits, spentCodes } from '../db/schema'
import { ApiError } from '../errors'
import { LIMITS, limitKey, spend } from '../security/limits'
import { hashToken } from '../sessions/token'
import type { WechatPhone, WechatSession } from '../wechat/client'

// DevTools has no other code to give under the tourist AppID, so this one stands for no single sign-in.
const DEVTOOLS_APPID = 'touristappid'
const DEVTOOLS_CODE = 'the code is a mock one'

const takeStatement = preparedOnce((db) => {
  const { placeholder } = sql
  const spent = db.$with('spent', { taken: sql<number>`taken`.as('taken') }).as(
    sql`insert into ${spentCodes} (code_hash, spent_at)
        values (${placeholder('codeHash')}, ${placeholder('now')}::timestamptz)
        on conflict do nothing returning 1 as taken`,
  )
  return db
    .with(spent)
    .select({
      fresh: sql<boolean>`exists (select from ${spent})`,
      refused: sql<boolean>`exists (
        select from ${rateLimits} where key = ${placeholder('limitKey')}
          and hits >= ${placeholder('maxHits')}::int and window_ends > ${placeholder('now')}::timestamptz)`,
    })
    .from(sql`(values (1)) as once`)
    .prepare('take_code')
})

/** Spends `code` and asks whether its sender had too many refused, in one round trip. */
const takeCode = async (
  { db, clock, vault }: Context,
  code: string,
  ipAddress: string,
): Promise<void> => {
  const limit = LIMITS.refusedCodesPerAddress
  const [answer] = await takeStatement(db).execute({
    codeHash: hashToken(code),
    now: new Date(clock.now()).toISOString(),
    limitKey: limitKey({ vault }, limit, ipAddress),
    maxHits: limit.max,
  })
  if (answer?.refused) throw new ApiError(429, 'Too many refused codes: try again in a minute.')
  if (!answer?.fresh)
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
