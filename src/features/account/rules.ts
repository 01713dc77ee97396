import type { AccountName } from '../../auth/member'

/** Lengths the server insists on; the server has the last word, these only save a round trip. */
export const LONGEST = { username: 64, email: 254 } as const
const PASSWORD_LENGTH = { min: 8, max: 128 } as const

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const PHONE = /^\+?\d{6,15}$/

/** What was typed, without blanks around it and the invisible marks that come along with a copied text. */
export const withoutInvisible = (text: string): string => text.replace(/\p{Cf}/gu, '').trim()

/** The same in plain letters and digits, where a Chinese keyboard typed wide ones. */
export const plain = (text: string): string => withoutInvisible(text.normalize('NFKC'))

/** The same without the blanks, dashes and brackets that people and address books write between digits. */
export const digits = (text: string): string => plain(text).replace(/[\s\p{Pd}\u2212()]/gu, '')

/** Whether it may be a phone number of any country, however it is grouped. */
export const isPhone = (text: string): boolean => PHONE.test(digits(text))

/** Whether it has the form of an e-mail address. */
export const isEmail = (text: string): boolean =>
  EMAIL.test(plain(text)) && text.length <= LONGEST.email

/** Whether it has the form of a code by text message, however it is grouped. */
export const isSmsCode = (text: string): boolean => /^\d{4,8}$/.test(digits(text))

/** A username is distinguished from the other names by how it looks: no `@`, and not a phone number. */
export const isUsername = (text: string): boolean => {
  const name = withoutInvisible(text)
  return /^[^\s@]+$/.test(name) && name.length <= LONGEST.username && !isPhone(name)
}

export type PasswordProblem = 'password_too_short' | 'password_too_long'

/** What is wrong with a new password, counted in characters as people count them; undefined when nothing. */
export const passwordProblem = (password: string): PasswordProblem | undefined => {
  const length = [...password].length
  if (length < PASSWORD_LENGTH.min) return 'password_too_short'
  return length > PASSWORD_LENGTH.max ? 'password_too_long' : undefined
}

/**
 * A phone number as the server reads it: no spaces, no dashes, and with the calling code that stands before the field
 * unless it was typed with one of its own. Numbers of mainland China go without, as they are written there.
 */
export const phoneOf = (text: string, calling = '86'): string => {
  const number = digits(text)
  return calling === '86' || /^(\+|00)/.test(number) ? number : `+${calling}${number}`
}

/** The name of an account from one field that takes all three kinds; undefined when it is none of them. */
export const accountNameOf = (text: string): AccountName | undefined => {
  if (isEmail(text)) return { email: plain(text).toLowerCase() }
  if (isPhone(text)) return { phone: phoneOf(text) }
  return isUsername(text) ? { username: withoutInvisible(text) } : undefined
}
