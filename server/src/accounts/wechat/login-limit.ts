import { sql, type SQL } from 'drizzle-orm'
import { CLOCK_SKEW_MS } from '../../clock'
import type { Context } from '../../context'
import { wechatIdentities } from '../../db/schema'
import { LIMITS, tooMany } from '../../security/limits'
import { isIdentity } from './identity'

/** So many sign-ins of one openid; kept in its own row, not in `rate_limits`, to spare every launch a write. */
const { max, windowMs } = LIMITS.loginsPerOpenid
// Only who has WeChat codes of this openid can cause the wait, so it may be longer than a minute.
const LONGEST_PENALTY_MS = 15 * 60_000

/** Two to the power of `times`, kept where PostgreSQL can still add seconds to a date. */
const doubled = (times: SQL): SQL => sql`power(2, least(${times}, 12))`

// What ends later than any penalty was written before the clock was set back.
const lasts = (now: SQL): SQL =>
  sql`login_window_ends > ${now} and login_window_ends <= ${now} + interval '${sql.raw(
    String((LONGEST_PENALTY_MS + CLOCK_SKEW_MS) / 1000),
  )} seconds'`

/** The `set` clauses of a sign-in at `now` that count it. */
export const countLogin = (now: SQL): SQL => sql`
  login_hits = case when ${lasts(now)} then login_hits + 1 else 1 end,
  login_window_ends = case
    when ${lasts(now)} then login_window_ends
    else ${now} + make_interval(secs => ${sql.raw(String(windowMs / 1000))})
  end`

/** Whether the row of an openid had its share of sign-ins at `now`. */
export const hadItsLogins = (now: SQL): SQL<boolean> =>
  sql`coalesce(${lasts(now)} and login_hits >= ${sql.raw(String(max))}, false)`

/** Makes an openid beyond its limit wait, twice as long each time, up to a quarter of an hour. Returns the 429 for it. */
export const holdBack = async (
  { db, clock, settings }: Pick<Context, 'db' | 'clock' | 'settings'>,
  openid: string,
) => {
  const nowMs = clock.now()
  const now = sql`${new Date(nowMs).toISOString()}::timestamptz`
  const seconds = sql`least(${doubled(sql`login_hits + 1 - ${max}`)}, ${LONGEST_PENALTY_MS / 1000})`
  const [held] = await db
    .update(wechatIdentities)
    .set({
      loginHits: sql`login_hits + 1`,
      loginWindowEnds: sql`greatest(login_window_ends, ${now} + make_interval(secs => ${seconds}))`,
    })
    .where(isIdentity(settings.wechat.appid, openid))
    .returning({ ends: wechatIdentities.loginWindowEnds })
  return tooMany((held?.ends?.getTime() ?? nowMs) - nowMs)
}
