import type { Context } from '../../context'
import type { AuditKind } from '../../security/audit'
import { NO_NEXT_PHONE, normalizePhone, phoneIndex, sealPhone } from '../../security/phone'
import type { Vault } from '../../security/vault'
import type { Change } from '../email/notify-owner'
import { checkEmail, checkUsername, usernameColumns } from '../identifiers/names'
import type { User } from '../users/account'

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
    | 'nextEmail'
    | 'phoneSealed'
    | 'phoneIndex'
    | 'phoneVerified'
    | 'phoneFromWechat'
    | 'nextPhoneSealed'
    | 'nextPhoneIndex'
    | 'passwordHash'
  >
>

const emailColumns = ({ email: held, emailVerified, nextEmail }: User, typed: string | null) => {
  const email = typed === null ? null : checkEmail(typed)
  if (email === (nextEmail ?? held)) return {}
  // Taken back: the verified one is meant again.
  if (email !== null && email === held) return { nextEmail: null }
  if (email !== null && emailVerified) return { nextEmail: email }
  return { email, emailVerified: false, nextEmail: null }
}

const phoneColumns = (user: User, vault: Vault, typed: string | number | null): Columns => {
  if (typed === null) {
    if (user.phoneIndex === null) return {}
    const none = { phoneSealed: null, phoneIndex: null }
    return { ...none, phoneVerified: false, phoneFromWechat: false, ...NO_NEXT_PHONE }
  }
  const phone = normalizePhone(typed)
  const index = phoneIndex(vault, phone)
  if (index === (user.nextPhoneIndex ?? user.phoneIndex)) return {}
  if (index === user.phoneIndex) return NO_NEXT_PHONE
  const { phoneSealed } = sealPhone(vault, phone)
  if (user.phoneVerified) return { nextPhoneSealed: phoneSealed, nextPhoneIndex: index }
  const claim = { phoneSealed, phoneIndex: index }
  return { ...claim, phoneVerified: false, phoneFromWechat: false, ...NO_NEXT_PHONE }
}

/**
 * The columns that change of an account as it is: a verified address or number stays until what was typed in its place
 * is verified (docs/decisions/0018). None for what is as it was. Throws 400 for a malformed name.
 */
export const columnsAfter = (
  user: User,
  { vault }: Pick<Context, 'vault'>,
  { username, email, phone }: AccountChanges,
): Columns => ({
  ...(username !== undefined &&
    usernameColumns(username === null ? null : checkUsername(username))),
  ...(email !== undefined && emailColumns(user, email)),
  ...(phone !== undefined && phoneColumns(user, vault, phone)),
})

/** What the audit trail says of a change of these columns. */
export const kindsOf = (columns: Columns): AuditKind[] => [
  ...('username' in columns ? (['changed_username'] as const) : []),
  ...('nextEmail' in columns ? (['changed_email'] as const) : []),
  ...('nextPhoneIndex' in columns ? (['changed_phone'] as const) : []),
  ...('passwordHash' in columns ? (['changed_password'] as const) : []),
]

/** What the owner is notified of: not of what they typed and took back. */
export const changesToNotify = (columns: Columns): Change[] => [
  ...('username' in columns ? (['username'] as const) : []),
  ...('email' in columns ? (['email'] as const) : []),
  ...(columns.nextEmail ? (['next-email'] as const) : []),
  ...('phoneIndex' in columns ? (['phone'] as const) : []),
  ...(columns.nextPhoneIndex ? (['next-phone'] as const) : []),
  ...('passwordHash' in columns ? (['password'] as const) : []),
]
