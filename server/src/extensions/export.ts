import { eq } from 'drizzle-orm'
import { ownUserObject } from '../accounts/user-object'
import type { Context } from '../context'
import {
  auditEvents,
  emailCodes,
  emailLinks,
  files,
  imageChecks,
  knownDevices,
  wechatIdentities,
} from '../db/schema'
import { filePath } from '../files/store'
import { audit } from '../security/audit'
import { listSessions, type SessionOwner } from './sessions'

/**
 * Everything held about an account, in a form a program can read: the right of access. Secrets that
 * would only help a thief (hashes, session_key) are named but not shown. `actor` is the operator who asks, absent for
 * the owner.
 */
export const exportAccount = async (
  context: Pick<Context, 'db' | 'vault' | 'clock'>,
  caller: SessionOwner,
  ipAddress: string,
  actor: string | null = null,
) => {
  const { db, vault, clock } = context
  const { user } = caller
  await audit(db, { kind: 'exported', userId: user.id, ipAddress, nowMs: clock.now(), actor })
  const [identities, events, owned, links, codes, checks, devices] = await Promise.all([
    db.select().from(wechatIdentities).where(eq(wechatIdentities.userId, user.id)),
    db.select().from(auditEvents).where(eq(auditEvents.userId, user.id)),
    db
      .select({
        id: files.id,
        name: files.name,
        mime_type: files.mimeType,
        size: files.size,
        created_at: files.createdAt,
      })
      .from(files)
      .where(eq(files.userId, user.id)),
    db.select().from(emailLinks).where(eq(emailLinks.userId, user.id)),
    db.select().from(emailCodes).where(eq(emailCodes.userId, user.id)),
    db.select().from(imageChecks).where(eq(imageChecks.userId, user.id)),
    db
      .select({ seen_at: knownDevices.seenAt })
      .from(knownDevices)
      .where(eq(knownDevices.userId, user.id)),
  ])
  return {
    user: ownUserObject(vault, caller),
    has_password: user.passwordHash !== null,
    blocked_at: user.blockedAt,
    wechat: identities.map((identity) => ({
      appid: identity.appid,
      openid: identity.openid,
      unionid: identity.unionid,
      profile: identity.profile,
      created_at: identity.createdAt,
      login_times: identity.loginTimes,
      last_login_at: identity.lastLoginAt,
      session_key_received_at: identity.sessionKeyAt,
    })),
    sessions: await listSessions(context, caller),
    known_devices: devices,
    files: owned.map((file) => ({ ...file, path: filePath(file.id) })),
    image_checks: checks.map(({ id, verdict, createdAt }) => ({
      id,
      verdict,
      created_at: createdAt,
    })),
    mailed_links: links.map(({ email, expiresAt }) => ({ email, expires_at: expiresAt })),
    mailed_codes: codes.map(({ purpose, email, expiresAt }) => ({
      purpose,
      email,
      expires_at: expiresAt,
    })),
    audit: events.map(({ at, kind, ipAddress: ip, actor: by }) => ({
      at,
      kind,
      ip_address: ip,
      by_operator: by !== null,
    })),
  }
}
