import type { keptIdentifiers } from '../db/schema-identifiers'
import { canonicalEmail } from '../security/email-address'
import { canonicalPhone, openPhone, sealPhone } from '../security/phone'
import type { Vault } from '../security/vault'
import type { User } from '../accounts/users/account'

type Kept = typeof keptIdentifiers.$inferSelect

/** What has to become of a stored identifier: nothing, new columns, or a note that it has no one form. */
export type Outcome =
  | { readonly kind: 'as it is' }
  | { readonly kind: 'rewrite'; readonly columns: Partial<User> }
  | { readonly kind: 'keep'; readonly reason: Kept['reason'] }

const AS_IT_IS: Outcome = { kind: 'as it is' }

/** The e-mail address of a row in its one form. */
export const emailOutcome = ({ email }: Pick<User, 'email'>): Outcome => {
  if (email === null) return AS_IT_IS
  const canonical = canonicalEmail(email)
  if (canonical === null) return { kind: 'keep', reason: 'malformed' }
  return canonical === email ? AS_IT_IS : { kind: 'rewrite', columns: { email: canonical } }
}

const opened = (vault: Vault, box: string): string | null => {
  try {
    return openPhone(vault, box)
  } catch {
    return null
  }
}

/** The phone number of a row in its one form; `unreadable` when DATA_KEYS no longer holds its key. */
export const phoneOutcome = (vault: Vault, { phoneSealed }: Pick<User, 'phoneSealed'>): Outcome => {
  if (phoneSealed === null) return AS_IT_IS
  const phone = opened(vault, phoneSealed)
  if (phone === null) return { kind: 'keep', reason: 'unreadable' }
  const canonical = canonicalPhone(phone)
  if (canonical === null) return { kind: 'keep', reason: 'malformed' }
  return canonical === phone ? AS_IT_IS : { kind: 'rewrite', columns: sealPhone(vault, canonical) }
}
