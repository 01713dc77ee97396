import { and, eq } from 'drizzle-orm'
import type { Context } from '../../context'
import type { Database } from '../../db/database'
import { emailLinks, sessions, users, wechatIdentities } from '../../db/schema'
import { ApiError } from '../../errors'
import { audit } from '../../security/audit'
import { LIMITS, consume } from '../../security/limits'
import { checkNewPassword, hashPassword } from '../../security/password'
import type { PasswordSender } from '../../security/password-turns'
import { NO_NEXT_PHONE } from '../../security/phone'
import { endSessionsWhere } from '../../sessions/end'
import { verifiedBy } from '../identifiers/claims'
import { checkEmail } from '../identifiers/names'
import { dropEmailCodes } from './email-codes'
import { resetEmail } from './emails'
import { forgetDevices } from '../sign-in/known-devices'
import type { User } from '../users/account'
import { ownNames } from '../users/own-names'
import {
  consumeResetLink,
  deadLink,
  dropResetLinks,
  isResetLink,
  issueResetLink,
} from './reset-links'
import { notifyOwner } from './notify-owner'

/** What a reset ended, for the page that made it to say. */
export interface Ended {
  readonly sessions: number
  readonly wechat: boolean
  readonly phone: boolean
}

const sendReset = async (context: Context, email: string): Promise<void> => {
  const [user] = await context.db
    .select({ id: users.id })
    .from(users)
    .where(verifiedBy({ kind: 'email', email }))
  if (user === undefined) return
  const token = await issueResetLink(context, { userId: user.id, email })
  await context.mailer.mail({ to: email, ...resetEmail(context.settings, token) })
}

/**
 * Sends a reset link to a verified address (docs/protocol.md 4.6). Answers alike and after the same work whether or
 * not an account has the address: that is looked up after the answer. Rejects with 429 beyond the limits, with 503 where
 * mail is off.
 */
export const requestPasswordReset = async (
  context: Context,
  input: string,
  ipAddress: string,
): Promise<void> => {
  const email = checkEmail(input)
  if (context.settings.mailer.mail.kind === 'off') {
    throw new ApiError('mail_not_sent', 'This server sends no e-mail: SMTP_URL is off.')
  }
  await consume(context, LIMITS.mailPerAddress, ipAddress)
  await consume(context, LIMITS.mailPerAccount, email)
  context.background.run(() => sendReset(context, email))
}

/**
 * Ends what opened the account before (docs/decisions/0011, O2): WeChat under every AppID, the unionid, sessions,
 * codes and links.
 */
const endOtherMethods = async (tx: Pick<Database, 'delete' | 'execute'>, userId: number) => {
  const unlinked = await tx
    .delete(wechatIdentities)
    .where(eq(wechatIdentities.userId, userId))
    .returning({ openid: wechatIdentities.openid })
  const ended = await endSessionsWhere(tx, eq(sessions.userId, userId))
  await dropResetLinks(tx, userId)
  await dropEmailCodes(tx, userId)
  await forgetDevices(tx, userId)
  return { sessions: ended, wechat: unlinked.length > 0 }
}

/** The account that a reset link is for. Rejects with 404 for a link that is dead. */
const userBehind = async (context: Context, token: string): Promise<User> => {
  const [found] = await context.db
    .select({ user: users })
    .from(emailLinks)
    .innerJoin(users, eq(users.id, emailLinks.userId))
    .where(isResetLink(context, token))
  if (found === undefined) throw deadLink()
  return found.user
}

/**
 * Consumes a reset link. The account is then its mailbox's owner's alone (docs/decisions/0011, O2): the new
 * password holds, every session, WeChat and every other link ends, what was typed in the place of the address or
 * number is forgotten, and a phone has to be verified again. Rejects with 400 when the password is refused, which
 * leaves the link good, with 429 after ten of them; with 404 for a link that is dead, also because the address is no longer the account's.
 */
export const resetPassword = async (
  context: Context,
  token: string,
  password: string,
  sender: PasswordSender,
): Promise<Ended> => {
  // Guesses at 256 random bits need no limit, but a hash is too dear to be made for one. A link that is there may be
  // the sender's own, and to judge a password costs up to forty milliseconds.
  const user = await userBehind(context, token)
  await consume(context, LIMITS.resetTriesPerUser, String(user.id))
  await checkNewPassword(password, ownNames(context, user))
  const passwordHash = await hashPassword(password, { ...sender, isKnown: true })
  const nowMs = context.clock.now()
  const userId = user.id
  const { before, ended } = await context.db.transaction(async (tx) => {
    // The account before its link, as every change of it does (docs/decisions/0017).
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update')
    const { email } = await consumeResetLink(tx, context, token)
    const [before] = await tx
      .select()
      .from(users)
      .where(and(eq(users.id, userId), eq(users.email, email), eq(users.emailVerified, true)))
    if (before === undefined) throw deadLink()
    const others = await endOtherMethods(tx, userId)
    await tx
      .update(users)
      .set({
        passwordHash,
        phoneVerified: false,
        wechatUnionid: null,
        nextEmail: null,
        ...NO_NEXT_PHONE,
        updatedAt: new Date(nowMs),
      })
      .where(eq(users.id, userId))
    await audit(tx, { kind: 'reset_password', userId, ipAddress: sender.ipAddress, nowMs })
    return { before, ended: { ...others, phone: before.phoneVerified } }
  })
  notifyOwner(context, before, ['reset'])
  return ended
}
