import { and, eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { CLOCK_SKEW_MS, type Clock } from '../clock'
import type { Database } from '../db/database'
import { wechatTokens } from '../db/schema-wechat'
import type { Vault } from '../security/vault'

/** An access_token, and until when it may be used (milliseconds since 1970). */
export interface HeldToken {
  readonly token: string
  readonly untilMs: number
}

/** Where all processes of one AppID keep its access_token, and agree on who renews it. */
export interface TokenStore {
  /** The token that is stored; null when there is none, or none that has time left. */
  readonly read: () => Promise<HeldToken | null>
  /** Takes the lease for `LEASE_MS`: the token as it stands then, or 'taken' while another process has the lease. */
  readonly takeLease: () => Promise<HeldToken | null | 'taken'>
  /** Counts a forced refresh and prolongs the lease. False when the lease is lost, or too many were forced. */
  readonly countForced: () => Promise<boolean>
  /** Ends the lease and stores `fresh`, if there is one. A lease that was lost meanwhile changes nothing. */
  readonly release: (fresh: HeldToken | null) => Promise<void>
}

/** What a store needs: the row is in `db`, and what is in the row is sealed by `vault`. */
export interface TokenPlace {
  readonly db: Database
  readonly vault: Vault
  readonly clock: Clock
}

/** How long one process may renew before another one may: longer than one call of WeChat can take. */
export const LEASE_MS = 7_000
// WeChat allows 20 a day, at least 30 s apart. The other ten are left to whatever else uses the AppID.
const MOST_FORCED = 10
const FORCED_APART_MS = 30_000
const DAY_MS = 24 * 60 * 60_000

/** The store of one process for `appid`. Every method rejects as the database does. */
export const createTokenStore = (appid: string, { db, vault, clock }: TokenPlace): TokenStore => {
  const purpose = `access_token:${appid}`
  const me = randomUUID()
  const isOurs = eq(wechatTokens.appid, appid)
  const isMine = and(isOurs, eq(wechatTokens.holder, me))
  const inFuture = (ms: number) => new Date(clock.now() + ms)

  // A box whose key is gone is as good as none: WeChat returns the same token again.
  const opened = (box: string): string | null => {
    try {
      return vault.open(box, purpose)
    } catch {
      return null
    }
  }
  const heldIn = (row?: typeof wechatTokens.$inferSelect): HeldToken | null => {
    if (!row?.tokenSealed || row.expiresAt === null) return null
    const untilMs = row.expiresAt.getTime()
    const token = untilMs > clock.now() ? opened(row.tokenSealed) : null
    return token === null ? null : { token, untilMs }
  }

  return {
    read: async () => {
      const [row] = await db.select().from(wechatTokens).where(isOurs)
      return heldIn(row)
    },

    takeLease: async () => {
      const mine = { holder: me, heldUntil: inFuture(LEASE_MS) }
      const now = inFuture(0).toISOString()
      // Further ahead than any lease lasts: the clock was set back since it was taken.
      const beyond = inFuture(LEASE_MS + CLOCK_SKEW_MS).toISOString()
      const isFree = sql`coalesce(${wechatTokens.heldUntil} <= ${now}::timestamptz
        or ${wechatTokens.heldUntil} > ${beyond}::timestamptz, true)`
      const [row] = await db
        .insert(wechatTokens)
        .values({ appid, ...mine })
        .onConflictDoUpdate({ target: wechatTokens.appid, set: mine, setWhere: isFree })
        .returning()
      return row === undefined ? 'taken' : heldIn(row)
    },

    countForced: async () => {
      const now = sql`${inFuture(0).toISOString()}::timestamptz`
      const tomorrow = sql`${inFuture(DAY_MS).toISOString()}::timestamptz`
      const before = sql`${inFuture(-FORCED_APART_MS).toISOString()}::timestamptz`
      const isSpaced = sql`coalesce(${wechatTokens.forcedAt} <= ${before}, true)`
      const isSameDay = sql`coalesce(${wechatTokens.forcedDayEnds} > ${now}, false)`
      const counted = await db
        .update(wechatTokens)
        .set({
          forced: sql`case when ${isSameDay} then ${wechatTokens.forced} + 1 else 1 end`,
          forcedDayEnds: sql`case when ${isSameDay} then ${wechatTokens.forcedDayEnds} else ${tomorrow} end`,
          forcedAt: inFuture(0),
          heldUntil: inFuture(LEASE_MS),
        })
        .where(
          and(isMine, isSpaced, sql`(${wechatTokens.forced} < ${MOST_FORCED} or not ${isSameDay})`),
        )
        .returning({ appid: wechatTokens.appid })
      return counted.length > 0
    },

    release: async (fresh) => {
      const token = fresh && {
        tokenSealed: vault.seal(fresh.token, purpose),
        expiresAt: new Date(fresh.untilMs),
      }
      await db
        .update(wechatTokens)
        .set({ holder: null, heldUntil: null, ...token })
        .where(isMine)
    },
  }
}
