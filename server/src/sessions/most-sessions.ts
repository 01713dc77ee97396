import { sql, type SQL } from 'drizzle-orm'
import { sessions } from '../db/schema'

/** The most sessions of one account: a sign-in beyond them ends the oldest. */
export const MOST_SESSIONS = 50

/**
 * Selects the ids of the sessions of `userId`, an expression, that have to end before it gets one more. `replacedHash`,
 * an expression too: of the token whose session ends anyway, null for none.
 */
export const oldestSessions = (userId: SQL | number, replacedHash: SQL | string | null): SQL => sql`
  select id from ${sessions} where user_id = ${userId} and token_hash is distinct from ${replacedHash}::text
  order by created_at desc offset ${sql.raw(String(MOST_SESSIONS - 1))}`
