import type { Member } from '../../auth/member'
import { maskPhone } from './mask'

/** The member's verified number; null for one that is only claimed, as anyone may have typed it. */
export const boundPhone = ({ _phone, _phone_verified }: Member): string | null =>
  _phone_verified === false ? null : (_phone ?? null)

/** The member's number in the words of a screen; nothing at all while it is not known (shared/FullProfile.tsx). */
export const shownPhone = (user: Member, says: { notSet: string; notVerified: string }): string => {
  const { _phone } = user
  if (_phone === undefined) return ''
  if (!_phone) return says.notSet
  const masked = maskPhone(_phone)
  return boundPhone(user) === null ? `${masked}\n${says.notVerified}` : masked
}
