import { eq } from 'drizzle-orm'
import type { Context } from '../context'
import { violatedUnique } from '../db/unique-violation'
import { users } from '../db/schema'
import { ApiError } from '../errors'
import { audit, type AuditKind } from '../security/audit'
import { LIMITS, consume } from '../security/limits'
import { checkNewPassword, hashPassword, passwordMatches } from '../security/password'
import { normalizePhone, phoneIndex, sealPhone } from '../security/phone'
import type { Caller } from '../sessions/authenticate'
import { rotateSessions } from '../sessions/rotate'
import type { Origin } from '../sessions/session'
import type { User } from './account'
import type { Changed } from './change-phone'
import { checkEmail, checkUsername } from './credentials'
import { hasWayIn } from './ways-in'

/** What may change about an account (wire contract 1.2 #17): what is absent stays, null clears. */
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
    | 'email'
    | 'emailVerified'
    | 'phoneSealed'
    | 'phoneIndex'
    | 'phoneVerified'
    | 'passwordHash'
  >
>

const named = ({ user }: Caller, { vault }: Context, changes: AccountChanges): Columns => {
  const columns: Columns = {}
  if (changes.username !== undefined)
    columns.username = changes.username === null ? null : checkUsername(changes.username)
  if (changes.email !== undefined) {
    const email = changes.email === null ? null : checkEmail(changes.email)
    if (email !== user.email) Object.assign(columns, { email, emailVerified: false })
  }
  if (changes.phone !== undefined) {
    const phone = changes.phone === null ? null : normalizePhone(changes.phone)
    const box = phone === null ? { phoneSealed: null, phoneIndex: null } : sealPhone(vault, phone)
    const isSame = phone !== null && user.phoneIndex === phoneIndex(vault, phone)
    if (!isSame) Object.assign(columns, { ...box, phoneVerified: false })
  }
  return columns
}

/** Rejects with 400 unless the password until now is given and right; an account without one has none to give. */
const proveOldPassword = async (context: Context, { user }: Caller, password: string) => {
  if (user.passwordHash === null) return
  await consume(context, LIMITS.passwordPerAccount, `id:${user.id}`)
  if (!(await passwordMatches(user.passwordHash, password)))
    throw new ApiError(400, 'password is wrong: send the password until now with the new one.')
}

const kindsOf = (columns: Columns): AuditKind[] => [
  ...('username' in columns ? (['changed_username'] as const) : []),
  ...('email' in columns ? (['changed_email'] as const) : []),
  ...('phoneIndex' in columns ? (['changed_phone'] as const) : []),
  ...('passwordHash' in columns ? (['changed_password'] as const) : []),
]

const isRemoval = ({ username, email, phone }: AccountChanges): boolean =>
  username === null || email === null || phone === null

/**
 * Changes names and password of the caller's account, all or nothing. A new e-mail address or phone is
 * unverified. New e-mail, phone or password end the other sessions. Rejects with 400 for a name that is taken or
 * malformed, for the removal of the last way in, a poor password, or a missing or wrong old one; with 403 for an
 * anonymous user.
 */
export const changeAccount = async (
  context: Context,
  caller: Caller,
  changes: AccountChanges,
  origin: Origin,
): Promise<Changed> => {
  if (caller.user.isAnonymous)
    throw new ApiError(403, 'An anonymous user has no account to change: register first.')
  await consume(context, LIMITS.accountChangesPerUser, String(caller.user.id))
  const columns = named(caller, context, changes)
  if (changes.new_password !== undefined) {
    checkNewPassword(changes.new_password)
    await proveOldPassword(context, caller, changes.password ?? '')
    columns.passwordHash = await hashPassword(changes.new_password)
  }
  const kinds = kindsOf(columns)
  if (kinds.length === 0) return { account: caller, grant: null }

  const nowMs = context.clock.now()
  const isSensitive = kinds.some((kind) => kind !== 'changed_username')
  return context.db
    .transaction(async (tx) => {
      const [user] = await tx
        .update(users)
        .set({ ...columns, updatedAt: new Date(nowMs) })
        .where(eq(users.id, caller.user.id))
        .returning()
      const account = { user: user ?? caller.user, wechat: caller.wechat }
      if (isRemoval(changes) && !(await hasWayIn(tx, account)))
        throw new ApiError(400, 'This is the only way into the account: add another one first.')
      for (const kind of kinds)
        await audit(tx, { kind, userId: caller.user.id, ipAddress: origin.ipAddress, nowMs })
      const grant = isSensitive ? await rotateSessions(tx, caller, origin, nowMs) : null
      return { account, grant }
    })
    .catch((error: unknown) => {
      if (violatedUnique(error) === null) throw error
      throw new ApiError(400, 'The username, email or phone belongs to another account.')
    })
}
