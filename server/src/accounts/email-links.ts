import { and, eq, gt, sql } from 'drizzle-orm'
import type { Context } from '../context'
import { emailLinks, sessions, users } from '../db/schema'
import { ApiError } from '../errors'
import { audit } from '../security/audit'
import { LIMITS, consume } from '../security/limits'
import { checkNewPassword, hashPassword } from '../security/password'
import type { Caller } from '../sessions/authenticate'
import { hashToken, newToken } from '../sessions/token'
import { checkEmail } from './credentials'
import { letterWith, type Purpose } from './email-letters'
import { forgetDevices } from './known-devices'

const LIFETIME_MS = 60 * 60_000

const send = async (
  { db, clock, outbox, settings }: Context,
  purpose: Purpose,
  userId: number,
  email: string,
): Promise<void> => {
  const token = newToken()
  const expiresAt = new Date(clock.now() + LIFETIME_MS)
  await db
    .insert(emailLinks)
    .values({ linkHash: hashToken(token), userId, purpose, email, expiresAt })
  await outbox.mail({ to: email, ...letterWith(settings, purpose, token) })
}

// The same for every reason, so that guesses learn nothing; 404 tells it from a refused password.
const deadLink = () =>
  new ApiError(404, 'This link is unknown, used, replaced or expired: ask for a new one.')

const isLink = ({ clock }: Context, purpose: Purpose, token: string) =>
  and(
    eq(emailLinks.linkHash, hashToken(token)),
    eq(emailLinks.purpose, purpose),
    gt(emailLinks.expiresAt, new Date(clock.now())),
  )

const spendLink = async (
  tx: Pick<Context['db'], 'delete'>,
  context: Context,
  purpose: Purpose,
  token: string,
) => {
  const [link] = await tx
    .delete(emailLinks)
    .where(isLink(context, purpose, token))
    .returning()
  if (link === undefined) throw deadLink()
  return link
}

/** Sends the caller a link that verifies their e-mail address (wire contract 1.2 #18). Rejects with 400 when they have none. */
export const requestEmailVerification = async (
  context: Context,
  { user }: Caller,
): Promise<void> => {
  if (user.email === null) throw new ApiError(400, 'This account has no email: set one first.')
  await consume(context, LIMITS.mailPerUser, String(user.id))
  await send(context, 'verify', user.id, user.email).catch(() => {
    throw new ApiError(503, 'The mail could not be sent: try again later.')
  })
}

/**
 * Spends a verification link. It holds for the address it was sent to, while the account still has that one. Rejects
 * with 404, alike for a link that is unknown, used or expired. Guesses are not counted: a limit would only stop good ones.
 */
export const verifyEmail = (context: Context, token: string, ipAddress: string): Promise<void> =>
  context.db.transaction(async (tx) => {
    const { userId, email } = await spendLink(tx, context, 'verify', token)
    const verified = await tx
      .update(users)
      .set({ emailVerified: true })
      .where(and(eq(users.id, userId), eq(users.email, email)))
      .returning({ id: users.id })
    if (verified.length === 0) throw deadLink()
    await audit(tx, { kind: 'verified_email', userId, ipAddress, nowMs: context.clock.now() })
  })

const sendReset = async (context: Context, email: string): Promise<void> => {
  const [user] = await context.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, email), eq(users.emailVerified, true)))
  if (user !== undefined) await send(context, 'reset', user.id, email)
}

/**
 * Sends a reset link to a verified address (wire contract 1.2 #13). Answers alike and after the same work whether or
 * not somebody has the address: who has it is looked up after the answer. Rejects with 429 beyond the limits.
 */
export const requestPasswordReset = async (
  context: Context,
  input: string,
  ipAddress: string,
): Promise<void> => {
  const email = checkEmail(input)
  await consume(context, LIMITS.mailPerAddress, ipAddress)
  await consume(context, LIMITS.mailPerAccount, email)
  context.background.run(() => sendReset(context, email))
}

/**
 * Spends a reset link: the new password holds, every session and every other link of the account ends, no device of it is known any more. Rejects with
 * 400 when the password is refused, which leaves the link good; otherwise as verifyEmail().
 */
export const resetPassword = async (
  context: Context,
  token: string,
  password: string,
  ipAddress: string,
): Promise<void> => {
  checkNewPassword(password)
  // Guesses at 256 random bits need no limit, but a hash is too dear to be made for one.
  if ((await context.db.$count(emailLinks, isLink(context, 'reset', token))) === 0) throw deadLink()
  const passwordHash = await hashPassword(password)
  const nowMs = context.clock.now()
  await context.db.transaction(async (tx) => {
    const { userId } = await spendLink(tx, context, 'reset', token)
    await tx
      .update(users)
      .set({ passwordHash, updatedAt: new Date(nowMs) })
      .where(eq(users.id, userId))
    await tx.delete(sessions).where(eq(sessions.userId, userId))
    await tx.delete(emailLinks).where(sql`user_id = ${userId} and purpose = 'reset'`)
    await forgetDevices(tx, userId)
    await audit(tx, { kind: 'reset_password', userId, ipAddress, nowMs })
  })
}
