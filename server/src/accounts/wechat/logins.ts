import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../../context'
import { wechatIdentities } from '../../db/schema'
import type { Caller } from '../../sessions/authenticate'

// As long as statistics of visits have one last.
const FIRST_VISIT_MS = 30 * 60_000

/**
 * What is known of the caller's sign-ins with WeChat, under the names Tianmu's documents use (docs/protocol.md
 * 1.3): none yet is 0 times at moment 0. `is_new` on the first visit only: it is over half an hour after the
 * sign-in that made the account, or with the next sign-in. A launch that goes on with its stored session is no
 * sign-in: it counts where the app reports it. The place is that of `ipAddress`, empty where it is not known.
 */
export const readLogins = async (
  { db, settings, clock, placeOf }: Context,
  { user }: Caller,
  ipAddress: string,
) => {
  const [logins] = await db
    .select({ times: wechatIdentities.loginTimes, lastAt: wechatIdentities.lastLoginAt })
    .from(wechatIdentities)
    .where(
      and(eq(wechatIdentities.userId, user.id), eq(wechatIdentities.appid, settings.wechat.appid)),
    )
  const lastMs = logins?.lastAt?.getTime() ?? 0
  const place = placeOf(ipAddress)
  return {
    login_times: logins?.times ?? 0,
    last_login_time: Math.floor(lastMs / 1000),
    is_new: lastMs === user.createdAt.getTime() && clock.now() - lastMs < FIRST_VISIT_MS,
    login_province: place?.province ?? '',
    login_city: place?.city ?? '',
    login_district: place?.district ?? '',
  }
}

/** Counts a launch that goes on with its stored session as a visit of the caller; without WeChat there is no count. */
export const countVisit = async (
  { db, settings, clock }: Context,
  { user }: Caller,
): Promise<void> => {
  await db
    .update(wechatIdentities)
    .set({ loginTimes: sql`login_times + 1`, lastLoginAt: new Date(clock.now()) })
    .where(
      and(eq(wechatIdentities.userId, user.id), eq(wechatIdentities.appid, settings.wechat.appid)),
    )
}
