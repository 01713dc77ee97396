import type { AccountName } from '../../baas/proof'

/** Lengths the server insists on; the server has the last word, these only save a round trip. */
export const USERNAME_LENGTH = { min: 1, max: 64 } as const
const PASSWORD_LENGTH = { min: 8, max: 128 } as const

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const PHONE = /^\+?\d{6,15}$/

const withoutSpaces = (text: string) => text.replace(/[\s-]/g, '')

export const isPhone = (text: string): boolean => PHONE.test(withoutSpaces(text))

export const isEmail = (text: string): boolean => EMAIL.test(text.trim()) && text.length <= 254

export const isSmsCode = (text: string): boolean => /^\d{4,8}$/.test(text.trim())

/** A username is told from the other names by how it looks: no `@`, and not a phone number. */
export const isUsername = (text: string): boolean => {
  const name = text.trim()
  const { min, max } = USERNAME_LENGTH
  return name.length >= min && name.length <= max && !/[\s@]/.test(name) && !isPhone(name)
}

export type PasswordProblem = 'tooShort' | 'tooLong'

/** What is wrong with a new password, counted in characters as people count them; undefined when nothing. */
export function passwordProblem(password: string): PasswordProblem | undefined {
  const length = [...password].length
  if (length < PASSWORD_LENGTH.min) return 'tooShort'
  return length > PASSWORD_LENGTH.max ? 'tooLong' : undefined
}

/** A phone number as the server keeps it: no spaces, no dashes. */
export const phoneOf = (text: string): string => withoutSpaces(text)

/** The name of an account from one field that takes all three kinds; undefined when it is none of them. */
export function accountNameOf(text: string): AccountName | undefined {
  if (isEmail(text)) return { email: text.trim().toLowerCase() }
  if (isPhone(text)) return { phone: phoneOf(text) }
  return isUsername(text) ? { username: text.trim() } : undefined
}
