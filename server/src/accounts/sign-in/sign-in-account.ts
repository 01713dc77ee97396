import { sql } from 'drizzle-orm'
import type { Context } from '../../context'
import type { Database } from '../../db/database'
import { auditEvents, sessions, users, type LoginMethod } from '../../db/schema'
import type { AuditKind } from '../../security/audit'
import { oldestSessions } from '../../sessions/most-sessions'
import { openSession, type SessionToken, type ClientInfo } from '../../sessions/session'
import type { Account, User } from '../users/account'
import { accountBlocked } from '../users/blocked'
import { rememberDevice } from './known-devices'

/** A sign-in that went through. */
export interface SignedIn {
  readonly account: Account
  readonly sessionToken: SessionToken
}

/** Anonymous users have no credentials; they sign in by `anonymousLogin`. */
type Method = Exclude<LoginMethod, 'anonymous'>

/** The account as it was when its credentials were checked. */
type Checked = Pick<User, 'id' | 'passwordHash' | 'phoneIndex' | 'phoneVerified'>

/**
 * Opens a session of an account that has just presented its credentials, remembers the device, and ends the
 * session the request carried and the oldest beyond the most an account has, all in one statement. Returns null,
 * and changes nothing, when the password or the number is another one by now: a change that ends the sessions
 * waits for no sign-in under way. Rejects with 403 for a blocked account, of which nothing changes.
 */
export const signInAccount = async (
  tx: Pick<Database, 'execute'>,
  context: Pick<Context, 'clock' | 'vault'>,
  { id: userId, passwordHash, phoneIndex, phoneVerified }: Checked,
  { method, kind, client }: { method: Method; kind: AuditKind; client: ClientInfo },
): Promise<SessionToken | null> => {
  const { sessionToken, row } = openSession(method, client, context.clock.now())
  const { presentedTokenHash: replacedHash, ipAddress } = client
  const at = sql`${row.createdAt.toISOString()}::timestamptz`
  const { rows } = await tx.execute<{ is_open: boolean }>(sql`
    with account as (
      select id, blocked_at is null as is_open from ${users}
      where id = ${userId} and password_hash is not distinct from ${passwordHash}::text
        and phone_index is not distinct from ${phoneIndex}::text and phone_verified = ${phoneVerified}
      for share),
    entered as (select id from account where is_open),
    replaced as (delete from ${sessions} where token_hash = ${replacedHash} and exists (select from entered)),
    outgrown as (delete from ${sessions}
      where id in (${oldestSessions(userId, replacedHash)}) and exists (select from entered)),
    opened as (
      insert into ${sessions} (id, token_hash, user_id, login_method, created_at, expires_at, ip_address, user_agent)
      select ${row.id}::uuid, ${row.tokenHash}, id, ${method}, ${at}, ${row.expiresAt.toISOString()}::timestamptz,
        ${row.ipAddress}, ${row.userAgent}
      from entered),
    recorded as (
      insert into ${auditEvents} (at, user_id, kind, ip_address) select ${at}, id, ${kind}, ${ipAddress} from entered)
    ${rememberDevice(context, userId, client)}
    select is_open from account`)
  const [account] = rows
  if (account === undefined) return null
  if (!account.is_open) throw accountBlocked()
  return sessionToken
}
