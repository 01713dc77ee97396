import { sql, type SQL } from 'drizzle-orm'
import type { Context } from '../context'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
// Codes live five minutes and link tickets ten: an hour outlasts both, whatever the clocks say.
const SPENT_CODES_MS = HOUR_MS
// Long enough to answer "who was in my account", short enough to be no archive.
const AUDIT_MS = 180 * DAY_MS
// A device that was away for half a year is as strange as any other.
const KNOWN_DEVICES_MS = 180 * DAY_MS
const CHECKS_MS = 30 * DAY_MS

const statements = (nowMs: number): SQL[] => {
  const before = (ms: number) => new Date(nowMs - ms).toISOString()
  return [
    sql`delete from sessions where expires_at <= ${before(0)}`,
    sql`delete from sms_codes where expires_at <= ${before(0)}`,
    sql`delete from email_codes where expires_at <= ${before(0)}`,
    sql`delete from email_links where expires_at <= ${before(0)}`,
    sql`delete from rate_limits where window_ends <= ${before(0)}`,
    sql`delete from known_devices where seen_at <= ${before(KNOWN_DEVICES_MS)}`,
    sql`delete from spent_codes where spent_at <= ${before(SPENT_CODES_MS)}`,
    sql`delete from audit_events where at <= ${before(AUDIT_MS)}`,
    sql`delete from image_checks where created_at <= ${before(CHECKS_MS)}`,
  ]
}

/** Forgets what has expired. Anybody may sweep at any time: nothing it deletes would be accepted any more. */
export const sweep = async ({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<void> => {
  for (const statement of statements(clock.now())) await db.execute(statement)
}

/** Sweeps now and every hour until the function it gives is called. */
export const sweepHourly = (
  context: Pick<Context, 'db' | 'clock' | 'background'>,
): (() => void) => {
  const run = () => context.background.run(() => sweep(context))
  run()
  const timer = setInterval(run, HOUR_MS).unref()
  return () => clearInterval(timer)
}
