import { sql, type SQL } from 'drizzle-orm'
import { setImmediate } from 'node:timers/promises'
import type { Context } from '../context'

const HOUR_MS = 3_600_000
// Longer than any sign-up takes from the row to its session, whatever the clocks say.
const NEW_MS = HOUR_MS
// What they uploaded may still be shown to others: so long as the audit trail goes back.
const WITH_FILES_MS = 180 * 24 * HOUR_MS
/** Users of one statement: most of them are still in use, so most are only looked at. */
const BATCH = 500

/** Where a walk over the anonymous users has come to; the moment as the database writes it. */
interface Place {
  readonly at: string
  readonly id: string
}

const START: Place = { at: '-infinity', id: '0' }

// Scalar subqueries, because for `not exists` the database may read the other table from end to end.
const isUnused = (now: string, withFiles: string): SQL => sql`
  username is null and email is null and phone_index is null
  and (select 1 from wechat_identities where user_id = users.id limit 1) is null
  and (select 1 from sessions where user_id = users.id and expires_at > ${now} limit 1) is null
  and (created_at <= ${withFiles} or (select 1 from files where user_id = users.id limit 1) is null)`

/**
 * Deletes the anonymous users that cannot sign in any more: their last session is over, and they have nothing
 * else to sign in with. Those with files stay for 180 days. It walks over all anonymous users in small statements, and
 * ends early, between two of them, when `stop` is aborted.
 */
export const sweepAnonymous = async (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  stop?: AbortSignal,
): Promise<void> => {
  const before = (ms: number) => new Date(clock.now() - ms).toISOString()
  let place: Place | undefined = START
  while (place !== undefined && stop?.aborted !== true) {
    const { rows }: { rows: Place[] } = await db.execute<Place & Record<string, unknown>>(sql`
      with looked_at as (
        select id, created_at from users
        where is_anonymous and created_at <= ${before(NEW_MS)} and (created_at, id) > (${place.at}, ${place.id})
        order by created_at, id limit ${sql.raw(String(BATCH))} for update skip locked
      ), swept as (
        delete from users where id = any(array(select id from looked_at))
          and ${isUnused(before(0), before(WITH_FILES_MS))}
      )
      select created_at::text as at, id::text as id from looked_at
      order by looked_at.created_at desc, looked_at.id desc limit 1`)
    place = rows[0]
    await setImmediate()
  }
}
