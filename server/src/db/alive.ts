import { and, gt, lte, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { CLOCK_SKEW_MS } from '../clock'

/** The condition that a row of such a lifetime, which ends at `expiresAt`, is alive at `nowMs` (`isAlive` in clock.ts). */
export const aliveAt = (expiresAt: PgColumn, nowMs: number, lifetimeMs: number): SQL | undefined =>
  and(gt(expiresAt, new Date(nowMs)), lte(expiresAt, new Date(nowMs + lifetimeMs + CLOCK_SKEW_MS)))
