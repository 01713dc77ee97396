import { sql, type SQL } from 'drizzle-orm'
import { sessions } from '../db/schema'

/** The most sessions of one account: a sign-in beyond them ends the oldest. */
export const MOST_SESSIONS = 50

/**
 * Selects the ids of the sessions of `userId`, an expression, that have to end before it gets one more. `replacedHash`:
 * of the token whose session ends anyway, if any.
 */
export const oldestSessions = (
  userId: SQL | number,
  replacedHash: string | null = null,
): SQL => sql`
  select id from ${sessions} where user_id = ${userId}
  ${replacedHash === null ? sql`` : sql`and token_hash <> ${replacedHash}`}
  order by created_at desc offset ${sql.raw(String(MOST_SESSIONS - 1))}`
