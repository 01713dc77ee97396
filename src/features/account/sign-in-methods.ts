import type { Member } from '../../auth/member'

export type SignInMethod = 'wechat' | 'username' | 'email' | 'phone'

/** Every method by which this user can sign in. A name counts although it needs its password. */
export const signInMethods = (user: Member): readonly SignInMethod[] => [
  ...(user.openid ? (['wechat'] as const) : []),
  ...(user._username ? (['username'] as const) : []),
  ...(user._email ? (['email'] as const) : []),
  ...(user._phone ? (['phone'] as const) : []),
]

/** The name a password belongs to, for password managers: what is typed beside it at sign-in. */
export const passwordName = ({ _username, _email, _phone }: Member): string | undefined =>
  _username || _email || _phone || undefined

/** The last sign-in method cannot be removed, or the account would be lost to its owner. */
export const canRemove = (user: Member, method: SignInMethod): boolean => {
  const methods = signInMethods(user)
  return methods.length > 1 && methods.includes(method)
}
