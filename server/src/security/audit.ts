import type { Database } from '../db/database'
import { auditEvents } from '../db/schema'

/** What is worth remembering about an account. Kinds alone: no value ever enters the trail. */
export type AuditKind =
  | 'registered'
  | 'signed_in'
  | 'linked_wechat'
  | 'changed_phone'
  | 'changed_email'
  | 'changed_username'
  | 'changed_password'
  | 'reset_password'
  | 'verified_email'
  | 'ended_sessions'
  | 'exported'
  | 'wechat_revoked'
  | 'cleared_nickname'

/** Adds one event to the audit trail; give the transaction the act itself runs in. */
export const audit = async (
  db: Pick<Database, 'insert'>,
  event: { kind: AuditKind; userId: number; ipAddress: string; nowMs: number },
): Promise<void> => {
  const { kind, userId, ipAddress, nowMs } = event
  await db.insert(auditEvents).values({ kind, userId, ipAddress, at: new Date(nowMs) })
}
