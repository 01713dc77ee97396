import type { Context } from '../../context'
import { openPhone } from '../../security/phone'
import type { User } from './account'

type Names = Partial<
  Pick<User, 'username' | 'email' | 'nextEmail' | 'phoneSealed' | 'nextPhoneSealed' | 'nickname'>
>

/** The words that a stranger would try first as this person's password: their names, and those of this app. */
export const ownNames = ({ vault, settings }: Context, user: Names): string[] => [
  user.username ?? '',
  user.nickname ?? '',
  user.email ?? '',
  user.nextEmail ?? '',
  ...[user.phoneSealed, user.nextPhoneSealed].map((box) => (box ? openPhone(vault, box) : '')),
  settings.clientId,
  new URL(settings.webAppUrl ?? settings.publicUrl).hostname,
]
