import type { User } from '../../baas/user'

/**
 * Whether phone number and e-mail address are known, if only as absent: the device does not keep them
 * (docs/protocol.md 9.18).
 */
export const isWhole = ({ _phone, _email }: User): boolean =>
  _phone !== undefined && _email !== undefined
