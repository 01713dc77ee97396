import { sql, type SQL } from 'drizzle-orm'
import { sessions } from '../db/schema'

/** How many sessions of one account stay when a sign-in ends the oldest. */
const MOST_SESSIONS = 50

/**
 * Of the silent sign-ins of one openid, every so many look for sessions to end: to look is a third of the
 * database's work for a launch (docs/decisions/0008).
 */
export const SILENT_SIGN_INS_PER_LOOK = 8

/** The most live sessions an account can have, between two looks. */
export const MOST_LIVE_SESSIONS = MOST_SESSIONS + SILENT_SIGN_INS_PER_LOOK - 1

/**
 * Selects the ids of the sessions of `userId`, an expression, that have to end before it gets one more. `replacedHash`,
 * an expression too: of the token whose session ends anyway, null for none.
 */
export const oldestSessions = (userId: SQL | number, replacedHash: SQL | string | null): SQL => sql`
  select id from ${sessions} where user_id = ${userId} and token_hash is distinct from ${replacedHash}::text
  order by created_at desc offset ${sql.raw(String(MOST_SESSIONS - 1))}`
