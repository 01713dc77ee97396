import type { Database } from '../db/database'
import { auditEvents } from '../db/schema'

/** What is worth remembering about an account. Kinds alone: no value ever enters the trail. */
export type AuditKind =
  | 'registered'
  | 'imported'
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
  | 'blocked'
  | 'unblocked'
  | 'unlinked_wechat'
  | 'revealed'
  | 'erased'
  | 'cleared_nickname'

/**
 * Adds one event to the audit trail; pass the transaction the act itself runs in. `actor` is the operator who acted,
 * absent when it was the owner or WeChat. `userId` is null for an account that is no longer there.
 */
export const audit = async (
  db: Pick<Database, 'insert'>,
  event: {
    kind: AuditKind
    userId: number | null
    ipAddress: string
    nowMs: number
    actor?: string | null
  },
): Promise<void> => {
  const { kind, userId, ipAddress, nowMs, actor = null } = event
  await db.insert(auditEvents).values({ kind, userId, ipAddress, at: new Date(nowMs), actor })
}
