import { sql, type SQL } from 'drizzle-orm'
import { auditEvents, sessions } from '../db/schema'
import type { openSession } from './session'

/** A new session as a shared statement takes it. Moments in ISO 8601. */
export interface SessionRecord {
  readonly session_id: string
  readonly token_hash: string
  readonly at: string
  readonly expires_at: string
  readonly ip_address: string
  readonly user_agent: string
  /** Of the session that this one replaces, if any. */
  readonly replaced_hash: string | null
}

/** The columns of a `SessionRecord`, for `json_to_recordset`. */
export const SESSION_COLUMNS = sql.raw(
  `session_id uuid, token_hash text, at timestamptz, expires_at timestamptz, ip_address text, user_agent text,
   replaced_hash text`,
)

/** The record of a session that `openSession` made. */
export const sessionRecord = (
  row: ReturnType<typeof openSession>['row'],
  replacedHash: string | null,
): SessionRecord => ({
  session_id: row.id,
  token_hash: row.tokenHash,
  at: row.createdAt.toISOString(),
  expires_at: row.expiresAt.toISOString(),
  ip_address: row.ipAddress,
  user_agent: row.userAgent,
  replaced_hash: replacedHash,
})

/** Inserts the sessions of `entered`, which has the columns of records and `user_id`. `method` is an expression of it. */
export const openSessions = (entered: SQL, method: SQL): SQL => sql`
  insert into ${sessions} (id, token_hash, user_id, login_method, created_at, expires_at, ip_address, user_agent)
  select session_id, token_hash, user_id, ${method}, at, expires_at, ip_address, user_agent from ${entered}`

/** Deletes the sessions that those of `entered` replace. */
export const endReplaced = (entered: SQL): SQL =>
  sql`delete from ${sessions} where token_hash in (select replaced_hash from ${entered})`

/** Inserts an audit event for each row of `entered`. `kind` is an expression of it. */
export const recordSignIns = (entered: SQL, kind: SQL): SQL => sql`
  insert into ${auditEvents} (at, user_id, kind, ip_address) select at, user_id, ${kind}, ip_address from ${entered}`
