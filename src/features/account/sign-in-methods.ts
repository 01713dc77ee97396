import type { Member } from '../../auth/member'

/** A name of an account that its member can take off again. */
export type RemovableName = 'username' | 'email' | 'phone'

/** The name a password belongs to, for password managers: what is typed beside it at sign-in. */
export const passwordName = ({ _username, _email, _phone }: Member): string | undefined =>
  _username || _email || _phone || undefined

/**
 * Whether the account can be signed in to, as the server defines it: by WeChat, by a verified number or address, or
 * by any name with the password. A hosted backend does not say whether there is a password: there may be one. Nor does
 * any say whether it sends mail: one that sends none refuses to leave an address alone, without a password.
 */
const hasSignInMethod = (user: Member): boolean =>
  Boolean(
    user.openid ||
    (user._phone && user._phone_verified !== false) ||
    (user._email && user._email_verified !== false) ||
    (passwordName(user) && user._has_password !== false),
  )

/**
 * Whether the server lets this name go: not where it is the last sign-in method. An account that seems to have none is
 * signed in to by what its member is not shown: an address or number in force until the new one is verified
 * (docs/decisions/0018).
 */
export const canRemove = (user: Member, name: RemovableName): boolean =>
  !hasSignInMethod(user) || hasSignInMethod({ ...user, [`_${name}`]: null })
