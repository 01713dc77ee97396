import { eq } from 'drizzle-orm'
import { ownUserObject } from '../accounts/user-object'
import type { Context } from '../context'
import {
  auditEvents,
  emailLinks,
  files,
  imageChecks,
  knownDevices,
  wechatIdentities,
} from '../db/schema'
import { filePath } from '../files/store'
import { audit } from '../security/audit'
import type { Caller } from '../sessions/authenticate'
import { listSessions } from './sessions'

/**
 * Everything held about the caller, in a form a program can read: the right of access. Secrets that
 * would only help a thief (hashes, session_key) are named but not shown.
 */
export const exportAccount = async (context: Context, caller: Caller, ipAddress: string) => {
  const { db, vault, clock } = context
  const { user } = caller
  await audit(db, { kind: 'exported', userId: user.id, ipAddress, nowMs: clock.now() })
  const [identities, events, owned, links, checks, devices] = await Promise.all([
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
    db.select().from(imageChecks).where(eq(imageChecks.userId, user.id)),
    db
      .select({ seen_at: knownDevices.seenAt })
      .from(knownDevices)
      .where(eq(knownDevices.userId, user.id)),
  ])
  return {
    user: ownUserObject(vault, caller),
    has_password: user.passwordHash !== null,
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
    mailed_links: links.map(({ purpose, email, expiresAt }) => ({
      purpose,
      email,
      expires_at: expiresAt,
    })),
    audit: events.map(({ at, kind, ipAddress: ip }) => ({ at, kind, ip_address: ip })),
  }
}
