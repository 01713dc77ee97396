import { eq, sql, type SQL } from 'drizzle-orm'
import type { Context } from '../context'
import type { Database } from '../db/database'
import { endedSessions, sessions } from '../db/schema'
import { unauthorized } from '../errors'
import { noSession } from './no-session'

/**
 * Ends, on purpose, the sessions that a condition selects; returns how many. Until they would have expired, their
 * tokens are answered with 401 `session_ended`. A session that another one replaces is deleted instead: its device
 * goes on.
 */
export const endSessionsWhere = async (
  db: Pick<Database, 'execute'>,
  condition: SQL | undefined,
): Promise<number> => {
  const { rows } = await db.execute(sql`
    with ended as (delete from ${sessions} where ${condition ?? sql`true`} returning token_hash, expires_at)
    insert into ${endedSessions} (token_hash, expires_at) select token_hash, expires_at from ended
    on conflict do nothing returning token_hash`)
  return rows.length
}

/** Ends the session of this token hash for good. Rejects with 401 when there is none. */
export const endSession = async (context: Context, tokenHash: string | null): Promise<void> => {
  if (tokenHash === null) throw unauthorized('session_missing')
  const ended = await endSessionsWhere(context.db, eq(sessions.tokenHash, tokenHash))
  if (ended === 0) throw await noSession(context, tokenHash)
}
