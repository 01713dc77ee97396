import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../../context'
import { orIfTaken } from '../../db/violations'
import { users, type EmailCodePurpose } from '../../db/schema'
import { ApiError } from '../../errors'
import { audit } from '../../security/audit'
import { LIMITS, consumeAll } from '../../security/limits'
import type { Caller } from '../../sessions/authenticate'
import { rotateSessions, type Changed } from '../../sessions/rotate'
import type { ClientInfo } from '../../sessions/session'
import { holdSession } from '../../sessions/hold-session'
import { dropClaims, ofAnother, refuseVerifiedByAnother } from '../identifiers/claims'
import { consumeEmailCode, dropEmailCodes, issueEmailCode } from './email-codes'
import { reauthenticationEmail, verificationEmail } from './emails'
import { dropResetLinks } from './reset-links'
import { notifyOwner } from './notify-owner'

const present = (email: string | null): string => {
  if (email !== null) return email
  throw new ApiError('email_missing', 'This account has no email: set one first.')
}

/** What is verified next: the address typed in the place of the verified one, else the one there is. */
const toVerify = ({ user }: Caller): string => present(user.nextEmail ?? user.email)

const mailCode = async (
  context: Context,
  { user }: Caller,
  email: string,
  purpose: EmailCodePurpose,
): Promise<void> => {
  await consumeAll(context, [
    { limit: LIMITS.mailPerUser, subject: String(user.id) },
    // Any number of accounts may claim one mailbox.
    ...(user.emailVerified && user.email === email
      ? []
      : [{ limit: LIMITS.mailPerClaim, subject: email }]),
  ])
  const code = await issueEmailCode(context, purpose, { userId: user.id, email })
  const message =
    purpose === 'verify' ? verificationEmail(context.settings, code) : reauthenticationEmail(code)
  await context.mailer.mail({ to: email, ...message }).catch((cause: unknown) => {
    const sentence = 'The mail could not be sent: try again later.'
    throw new ApiError('mail_not_sent', sentence, {}, { cause })
  })
}

/**
 * Mails the caller a code that verifies their address (docs/protocol.md 4.11). Rejects with 400 when they have none.
 */
export const requestEmailVerification = async (context: Context, caller: Caller): Promise<void> =>
  mailCode(context, caller, toVerify(caller), 'verify')

/** Mails the caller a code for a re-authentication, to a verified address only. Rejects with 400 when there is none. */
export const requestReauthenticationMail = async (
  context: Context,
  caller: Caller,
): Promise<void> => {
  const email = present(caller.user.email)
  if (!caller.user.emailVerified) {
    throw new ApiError('email_not_verified', 'The e-mail address is not verified.')
  }
  return mailCode(context, caller, email, 'reauthenticate')
}

/**
 * Verifies the caller's address by the code mailed to it: only who holds both the mailbox and the session can
 * (docs/decisions/0011, O2). It takes the place of the verified one, if there is one.
 * The other sessions of the account end, and others lose their claim on the address. Rejects with 400 for a wrong
 * code, and for an address that another account has verified.
 */
export const verifyEmail = async (
  context: Context,
  caller: Caller,
  code: string,
  client: ClientInfo,
): Promise<Changed> => {
  const { user, wechat } = caller
  const email = toVerify(caller)
  await consumeEmailCode(context, 'verify', { userId: user.id, email }, code)
  if (user.emailVerified && user.email === email) return { account: caller, sessionToken: null }

  const identifier = { kind: 'email', email } as const
  const nowMs = context.clock.now()
  const changed = await orIfTaken(
    context.db.transaction(async (tx) => {
      await holdSession(tx, context, user.id, client.presentedTokenHash, identifier)
      await refuseVerifiedByAnother(tx, identifier, user.id)
      const [verified] = await tx
        .update(users)
        .set({ email, emailVerified: true, nextEmail: null, updatedAt: new Date(nowMs) })
        .where(
          and(eq(users.id, user.id), sql`coalesce(${users.nextEmail}, ${users.email}) = ${email}`),
        )
        .returning()
      if (verified === undefined) {
        throw new ApiError('email_changed', 'The e-mail address has changed.')
      }
      await dropClaims(tx, identifier, user.id)
      await dropEmailCodes(tx, user.id)
      await dropResetLinks(tx, user.id)
      const { ipAddress } = client
      await audit(tx, { kind: 'verified_email', userId: user.id, ipAddress, nowMs })
      const sessionToken = await rotateSessions(tx, caller, client, nowMs)
      return { account: { user: verified, wechat }, sessionToken }
    }),
    () => {
      throw ofAnother('email')
    },
  )
  notifyOwner(context, user, ['email'])
  return changed
}
