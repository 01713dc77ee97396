import { eq } from 'drizzle-orm'
import type { Context } from '../../context'
import type { Database } from '../../db/database'
import { violatedUnique } from '../../db/violations'
import { users } from '../../db/schema'
import { ApiError } from '../../errors'
import { audit, type AuditKind } from '../../security/audit'
import { LIMITS, consume } from '../../security/limits'
import { checkNewPassword, hashPassword, passwordMatches } from '../../security/password'
import { normalizePhone, phoneIndex, sealPhone } from '../../security/phone'
import type { Caller } from '../../sessions/authenticate'
import { rotateSessions, type Changed } from '../../sessions/rotate'
import type { ClientInfo } from '../../sessions/session'
import { holdSession } from '../../sessions/hold-session'
import type { User } from '../users/account'
import { refuseTaken } from '../identifiers/claims'
import { dropEmailCodes } from '../email/email-codes'
import { requireReauthentication, type Presented } from './reauthentication'
import { dropResetLinks } from '../email/reset-links'
import { hasSignInMethod } from '../users/sign-in-methods'
import { tellOwner, type Change } from '../email/tell-owner'
import { checkEmail, checkUsername, usernameColumns } from '../identifiers/names'
import { ownNames } from '../users/own-names'

/** What may change about an account (docs/protocol.md 4.10): what is absent stays, null clears. */
export interface AccountChanges {
  readonly username?: string | null
  readonly email?: string | null
  readonly phone?: string | number | null
  readonly new_password?: string
  /** The password until now. */
  readonly password?: string
}

type Columns = Partial<
  Pick<
    User,
    | 'username'
    | 'usernameFolded'
    | 'email'
    | 'emailVerified'
    | 'phoneSealed'
    | 'phoneIndex'
    | 'phoneVerified'
    | 'phoneFromWechat'
    | 'passwordHash'
  >
>

const named = ({ user }: Caller, { vault }: Context, changes: AccountChanges): Columns => {
  const columns: Columns = {}
  if (changes.username !== undefined) {
    const username = changes.username === null ? null : checkUsername(changes.username)
    Object.assign(columns, usernameColumns(username))
  }
  if (changes.email !== undefined) {
    const email = changes.email === null ? null : checkEmail(changes.email)
    if (email !== user.email) Object.assign(columns, { email, emailVerified: false })
  }
  if (changes.phone !== undefined) {
    const phone = changes.phone === null ? null : normalizePhone(changes.phone)
    const box = phone === null ? { phoneSealed: null, phoneIndex: null } : sealPhone(vault, phone)
    const isSame = phone !== null && user.phoneIndex === phoneIndex(vault, phone)
    if (!isSame) Object.assign(columns, { ...box, phoneVerified: false, phoneFromWechat: false })
  }
  return columns
}

const wrongPassword = () =>
  new ApiError('password_wrong', 'password is wrong: send the password until now.')

/** Counted per session, as every re-authentication, so that a stolen token locks out no other session. */
const checkOldPassword = async (
  context: Context,
  { user, sessionId }: Caller,
  password: string,
): Promise<void> => {
  await consume(context, LIMITS.reauthenticationPerSession, sessionId)
  if (!(await passwordMatches(user.passwordHash, password))) throw wrongPassword()
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
  if (hasPassword && password !== undefined) return checkOldPassword(context, caller, password)
  if (hasPassword && newPassword !== undefined && presented.kind === 'none') throw wrongPassword()
  return requireReauthentication(context, caller, presented, client)
}

const kindsOf = (columns: Columns): (keyof typeof CHANGE_OF)[] => [
  ...('username' in columns ? (['changed_username'] as const) : []),
  ...('email' in columns ? (['changed_email'] as const) : []),
  ...('phoneIndex' in columns ? (['changed_phone'] as const) : []),
  ...('passwordHash' in columns ? (['changed_password'] as const) : []),
]

const CHANGE_OF = {
  changed_username: 'username',
  changed_email: 'email',
  changed_phone: 'phone',
  changed_password: 'password',
} as const satisfies Partial<Record<AuditKind, Change>>

/** Whether a change takes the last sign-in method: removes it, or has a claim in its place, which opens nothing. */
const leavesNoSignIn = async (tx: Pick<Database, 'select'>, before: User, after: User) =>
  !(await hasSignInMethod(tx, after)) && (await hasSignInMethod(tx, before))

/**
 * Changes names and password of the caller's account, all or nothing. A new e-mail address or phone is a claim until
 * it is verified. New e-mail, phone or password end the other sessions and the mailed codes and links. The owner is
 * notified at the verified address and number the account had before. Rejects with 400 for a name that is taken or
 * malformed, for the removal of the last sign-in method or a claim in its place, a poor password, or a wrong old one;
 * with 403 for an anonymous user, and without a re-authentication (docs/decisions/0011, O4).
 */
export const changeAccount = async (
  context: Context,
  caller: Caller,
  changes: AccountChanges,
  presented: Presented,
  client: ClientInfo,
): Promise<Changed> => {
  if (caller.user.isAnonymous)
    throw new ApiError(
      'anonymous_not_allowed',
      'An anonymous user has no account to change: register first.',
    )
  await consume(context, LIMITS.accountChangesPerUser, String(caller.user.id))
  const columns = named(caller, context, changes)
  if (changes.new_password !== undefined)
    await checkNewPassword(changes.new_password, ownNames(context, { ...caller.user, ...columns }))
  if (Object.keys(columns).length === 0 && changes.new_password === undefined)
    return { account: caller, sessionToken: null }
  await reauthenticateFor(context, caller, changes, presented, client)
  if (changes.new_password !== undefined)
    columns.passwordHash = await hashPassword(changes.new_password)

  const kinds = kindsOf(columns)
  const nowMs = context.clock.now()
  const userId = caller.user.id
  const isSensitive = kinds.some((kind) => kind !== 'changed_username')
  const changed = await context.db
    .transaction(async (tx) => {
      await holdSession(tx, context, userId, client.presentedTokenHash)
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
      const account = { user: user ?? caller.user, wechat: caller.wechat }
      if (await leavesNoSignIn(tx, caller.user, account.user))
        throw new ApiError(
          'last_sign_in_method',
          'This is the only way into the account: add another one first.',
        )
      for (const kind of kinds)
        await audit(tx, { kind, userId, ipAddress: client.ipAddress, nowMs })
      return { account, sessionToken }
    })
    .catch((error: unknown) => {
      if (violatedUnique(error) === null) throw error
      throw new ApiError('name_taken', 'The username, email or phone belongs to another account.')
    })
  tellOwner(
    context,
    caller.user,
    kinds.map((kind) => CHANGE_OF[kind]),
  )
  return changed
}
