import { sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Context } from '../context'
import { deleteInBatches } from '../db/delete-in-batches'
import {
  auditEvents,
  emailCodes,
  emailLinks,
  endedSessions,
  knownDevices,
  rateLimits,
  sessions,
  smsCodes,
  spentCodes,
} from '../db/schema'
import { imageChecks } from '../db/schema-files'
import { deleteFiles } from '../files/delete-files'
import { sweepAnonymous } from './sweep-anonymous'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
// Codes live five minutes and link tickets ten: an hour outlasts both, whatever the clocks say.
const SPENT_CODES_MS = HOUR_MS
// Long enough to answer "who was in my account", short enough to be no archive.
const AUDIT_MS = 180 * DAY_MS
// A device that was away for half a year is as strange as any other.
const KNOWN_DEVICES_MS = 180 * DAY_MS
const CHECKS_MS = 30 * DAY_MS

type Sweeping = Pick<Context, 'db' | 'clock' | 'settings' | 'vault' | 'holdings'>

interface Sweep {
  readonly table: PgTable
  /** Which rows go, and in which order: that of an index, so that each batch is found without reading the table. */
  readonly rows: SQL
}

const pastChecks = (nowMs: number): SQL =>
  sql`created_at <= ${new Date(nowMs - CHECKS_MS).toISOString()}`

const sweepsAt = (nowMs: number): readonly Sweep[] => {
  const before = (ms: number) => new Date(nowMs - ms).toISOString()
  const expired = sql`expires_at <= ${before(0)} order by expires_at`
  return [
    { table: sessions, rows: expired },
    { table: endedSessions, rows: expired },
    { table: smsCodes, rows: expired },
    { table: emailCodes, rows: expired },
    { table: emailLinks, rows: expired },
    {
      table: rateLimits,
      rows: sql`window_ends <= ${before(0)} order by window_ends`,
    },
    {
      table: knownDevices,
      rows: sql`seen_at <= ${before(KNOWN_DEVICES_MS)} order by seen_at`,
    },
    {
      table: spentCodes,
      rows: sql`spent_at <= ${before(SPENT_CODES_MS)} order by spent_at`,
    },
    { table: auditEvents, rows: sql`at <= ${before(AUDIT_MS)} order by at` },
    { table: imageChecks, rows: sql`${pastChecks(nowMs)} order by created_at` },
  ]
}

/**
 * Forgets what has expired, and anonymous users that are used no more. Anyone may sweep at any time: nothing it
 * deletes would be accepted any more. Ends early, between two batches, when `stop` is aborted.
 */
export const sweep = async (context: Sweeping, stop?: AbortSignal): Promise<void> => {
  const nowMs = context.clock.now()
  // Before the checks they were sent for: a picture that was only to be judged has the id of its check.
  await deleteFiles(
    context,
    sql`id in (select id from ${imageChecks} where ${pastChecks(nowMs)})`,
    stop,
  )
  for (const { table, rows } of sweepsAt(nowMs)) {
    await deleteInBatches(context, table, rows, stop === undefined ? {} : { stop })
  }
  await sweepAnonymous(context, stop)
  for (const { sweep: sweepModule } of context.holdings) await sweepModule?.(context, stop)
}

/** Sweeps now and every hour until the function it returns is called. */
export const sweepHourly = (context: Sweeping & Pick<Context, 'background'>): (() => void) => {
  const stop = new AbortController()
  const run = () => context.background.run(() => sweep(context, stop.signal))
  run()
  const timer = setInterval(run, HOUR_MS).unref()
  return () => {
    stop.abort()
    clearInterval(timer)
  }
}
