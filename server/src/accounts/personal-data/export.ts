import { eq } from 'drizzle-orm'
import { ownUserObject } from '../users/user-object'
import type { Context } from '../../context'
import { emailCodes, emailLinks, knownDevices, wechatIdentities } from '../../db/schema'
import { audit } from '../../security/audit'
import { openPhone } from '../../security/phone'
import { checkPages, eventPages, filePages } from './export-pages'
import { listSessions, type SessionOwner } from '../../sessions/list'

type Exporting = Pick<Context, 'db' | 'vault' | 'clock' | 'settings' | 'holdings'>

/** What an account has few of. */
const head = async (context: Exporting, caller: SessionOwner) => {
  const { db, vault } = context
  const { user } = caller
  const identities = await db
    .select()
    .from(wechatIdentities)
    .where(eq(wechatIdentities.userId, user.id))
  const links = await db.select().from(emailLinks).where(eq(emailLinks.userId, user.id))
  const codes = await db.select().from(emailCodes).where(eq(emailCodes.userId, user.id))
  const devices = await db
    .select({ seen_at: knownDevices.seenAt })
    .from(knownDevices)
    .where(eq(knownDevices.userId, user.id))
  return {
    user: ownUserObject(vault, caller),
    has_password: user.passwordHash !== null,
    // The user object shows what was typed in their place until that is verified.
    verified_email: user.emailVerified ? user.email : null,
    verified_phone:
      user.phoneVerified && user.phoneSealed !== null ? openPhone(vault, user.phoneSealed) : null,
    phone_from_wechat: user.phoneFromWechat,
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
    mailed_links: links.map(({ email, expiresAt }) => ({ email, expires_at: expiresAt })),
    mailed_codes: codes.map(({ purpose, email, expiresAt }) => ({
      purpose,
      email,
      expires_at: expiresAt,
    })),
  }
}

/** The text of a JSON array whose elements come in pages. */
async function* arrayText(pages: AsyncIterable<readonly object[]>): AsyncGenerator<string> {
  let separator = '['
  for await (const page of pages) {
    yield separator + page.map((each) => JSON.stringify(each)).join(',')
    separator = ','
  }
  yield separator === '[' ? '[]' : ']'
}

/**
 * Everything held about an account, as the text of one JSON object, in a form a program can read: the right of
 * access. Secrets that would only help a thief (hashes, session_key) are named but not shown. What an account may
 * have many of is read in pages while the text is sent, so that memory holds one page. `actor` is the operator who
 * asks, absent for the owner.
 */
export async function* exportAccount(
  context: Exporting,
  caller: SessionOwner,
  ipAddress: string,
  actor: string | null = null,
): AsyncGenerator<string> {
  const { db, clock } = context
  const userId = caller.user.id
  await audit(db, { kind: 'exported', userId, ipAddress, nowMs: clock.now(), actor })
  yield JSON.stringify(await head(context, caller)).slice(0, -1)
  const lists = {
    files: filePages(db, userId),
    image_checks: checkPages(db, userId),
    audit: eventPages(db, userId),
    ...Object.fromEntries(
      context.holdings.map((each) => [each.name, each.export(context, userId)]),
    ),
  }
  for (const [name, pages] of Object.entries(lists)) {
    yield `,"${name}":`
    yield* arrayText(pages)
  }
  yield '}'
}
