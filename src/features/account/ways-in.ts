import type { Member } from '../../auth/member'

export type WayIn = 'wechat' | 'username' | 'email' | 'phone'

/** Every way by which this user can sign in. A name counts although only its password makes it one. */
export const waysIn = (user: Member): readonly WayIn[] => [
  ...(user.openid ? (['wechat'] as const) : []),
  ...(user._username ? (['username'] as const) : []),
  ...(user._email ? (['email'] as const) : []),
  ...(user._phone ? (['phone'] as const) : []),
]

/** The last sign-in method cannot be removed, or the account would be lost to its owner. */
export const canRemove = (user: Member, way: WayIn): boolean =>
  waysIn(user).some((other) => other !== way) && waysIn(user).includes(way)
