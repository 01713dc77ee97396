import type { User } from '../accounts/users/account'
import { openPhone } from '../security/phone'
import type { Vault } from '../security/vault'

const SHOWN_DIGITS = 4

const maskedPhone = (phone: string): string =>
  phone.slice(-SHOWN_DIGITS).padStart(phone.length, '*')

const maskedEmail = (email: string): string => {
  const at = email.lastIndexOf('@')
  return `${at > 1 ? email.slice(0, 1) : ''}***${email.slice(at)}`
}

/** How an account is reached, masked for lists on a screen, or whole. */
export const contactsOf = (
  vault: Vault,
  { email, phoneSealed }: Pick<User, 'email' | 'phoneSealed'>,
  how: 'masked' | 'whole',
): { readonly email: string | null; readonly phone: string | null } => {
  const phone = phoneSealed === null ? null : openPhone(vault, phoneSealed)
  if (how === 'whole') return { email, phone }
  return {
    email: email === null ? null : maskedEmail(email),
    phone: phone === null ? null : maskedPhone(phone),
  }
}
