import { eq } from 'drizzle-orm'
import type { Context } from '../../context'
import type { Database } from '../../db/database'
import { orIfTaken } from '../../db/violations'
import { users } from '../../db/schema'
import { ApiError } from '../../errors'
import { audit } from '../../security/audit'
import { LIMITS, consume } from '../../security/limits'
import { checkNewPassword, hashPassword, passwordMatches } from '../../security/password'
import { inPasswordPlace } from '../../security/password-turns'
import type { Caller } from '../../sessions/authenticate'
import { rotateSessions, type Changed } from '../../sessions/rotate'
import type { ClientInfo } from '../../sessions/session'
import { holdSession } from '../../sessions/hold-session'
import type { User } from '../users/account'
import { changesToNotify, columnsAfter, kindsOf, type AccountChanges } from './changed-columns'
import { refuseTaken } from '../identifiers/claims'
import { dropEmailCodes } from '../email/email-codes'
import { countedTry, requireReauthentication, type Presented } from './reauthentication'
import { dropResetLinks } from '../email/reset-links'
import { hasSignInMethod } from '../users/sign-in-methods'
import { notifyOwner } from '../email/notify-owner'
import { ownNames } from '../users/own-names'

const wrongPassword = () =>
  new ApiError('password_wrong', 'password is wrong: send the password until now.')

/** Counted per session, as every re-authentication, so that a stolen token locks out no other session. */
const checkOldPassword = async (
  context: Context,
  caller: Caller,
  password: string,
  client: ClientInfo,
): Promise<void> => {
  const sender = { ...client, isKnown: true }
  const compare = () => passwordMatches(caller.user.passwordHash, password, sender)
  const isRight = await inPasswordPlace(client, () => countedTry(context, caller, client, compare))
  if (!isRight) throw wrongPassword()
}

/** The password until now, where there is one, or a re-authentication; a new password always takes one of the two. */
const reauthenticateFor = async (
  context: Context,
  caller: Caller,
  { password, new_password: newPassword }: AccountChanges,
  presented: Presented,
  client: ClientInfo,
): Promise<void> => {
  const hasPassword = caller.user.passwordHash !== null
  if (hasPassword && password !== undefined) {
    return checkOldPassword(context, caller, password, client)
  }
  if (hasPassword && newPassword !== undefined && presented.kind === 'none') throw wrongPassword()
  return requireReauthentication(context, caller, presented, client)
}

/** Whether a change takes the last sign-in method away, as mail is sent now, or as it would be if it were sent. */
const leavesNoSignIn = async (
  tx: Pick<Database, 'select'>,
  { settings }: Context,
  before: User,
  after: User,
): Promise<boolean> => {
  for (const isMailSent of new Set([settings.mailer.mail.kind !== 'off', true])) {
    if (await hasSignInMethod(tx, after, { isMailSent })) continue
    if (await hasSignInMethod(tx, before, { isMailSent })) return true
  }
  return false
}

/**
 * Changes names and password of the caller's account, all or nothing. A new e-mail address or phone is a claim
 * until it is verified, and until then a verified one stays in force (docs/decisions/0018). New e-mail, phone or
 * password end the other sessions and the mailed codes and links. The owner is notified at the verified address
 * and number the account had before. Rejects with 400 for a name that is taken or malformed, for the removal of
 * the last sign-in method, a poor password, or a wrong old one; with 403 for an anonymous user, and without a
 * re-authentication (docs/decisions/0011, O4).
 */
export const changeAccount = async (
  context: Context,
  caller: Caller,
  changes: AccountChanges,
  presented: Presented,
  client: ClientInfo,
): Promise<Changed> => {
  if (caller.user.isAnonymous) {
    throw new ApiError(
      'anonymous_not_allowed',
      'An anonymous user has no account to change: register first.',
    )
  }
  await consume(context, LIMITS.accountChangesPerUser, String(caller.user.id))
  const planned = columnsAfter(caller.user, context, changes)
  if (changes.new_password !== undefined) {
    await checkNewPassword(changes.new_password, ownNames(context, { ...caller.user, ...planned }))
  }
  if (Object.keys(planned).length === 0 && changes.new_password === undefined) {
    return { account: caller, sessionToken: null }
  }
  await reauthenticateFor(context, caller, changes, presented, client)
  const hashed =
    changes.new_password === undefined
      ? {}
      : { passwordHash: await hashPassword(changes.new_password, { ...client, isKnown: true }) }

  const nowMs = context.clock.now()
  const userId = caller.user.id
  const { notice, ...changed } = await orIfTaken(
    context.db.transaction(async (tx) => {
      const before = await holdSession(tx, context, userId, client.presentedTokenHash)
      // Once more: another request of this session may have changed or verified something meanwhile.
      const columns = { ...columnsAfter(before, context, changes), ...hashed }
      const kinds = kindsOf(columns)
      const isSensitive = kinds.some((kind) => kind !== 'changed_username')
      await refuseTaken(tx, columns, userId)
      if (isSensitive) {
        await dropEmailCodes(tx, userId)
        await dropResetLinks(tx, userId)
      }
      // Before the names, of which the username is a key (docs/decisions/0017).
      const sessionToken = isSensitive ? await rotateSessions(tx, caller, client, nowMs) : null
      const [user] = await tx
        .update(users)
        .set({ ...columns, updatedAt: new Date(nowMs) })
        .where(eq(users.id, userId))
        .returning()
      const account = { user: user ?? before, wechat: caller.wechat }
      if (await leavesNoSignIn(tx, context, before, account.user)) {
        throw new ApiError(
          'last_sign_in_method',
          'This is the only way into the account: add another one first.',
        )
      }
      for (const kind of kinds) {
        await audit(tx, { kind, userId, ipAddress: client.ipAddress, nowMs })
      }
      return { account, sessionToken, notice: { before, changes: changesToNotify(columns) } }
    }),
    () => {
      throw new ApiError('name_taken', 'The username, email or phone belongs to another account.')
    },
  )
  notifyOwner(context, notice.before, notice.changes)
  return changed
}
