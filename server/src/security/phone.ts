import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max'
import { ApiError } from '../errors'
import type { Vault } from './vault'

const PURPOSE = 'phone'
const HOME = 'CN'
const HOME_CALLING_CODE = '86'
// New Chinese ranges open faster than the library's list grows: for a mobile number its shape is enough.
const HOME_MOBILE = /^1[3-9]\d{9}$/
const DIGITS = /^\+?\d{5,20}$/
// What people and address books write between digits, invisible direction marks included.
const SEPARATORS = /[\s\p{Cf}\p{Pd}\u2212().]/gu

const compact = (input: string | number): string =>
  String(input).normalize('NFKC').replace(SEPARATORS, '').replace(/^tel:/i, '')

const isHomeMobile = ({ countryCallingCode, nationalNumber }: PhoneNumber): boolean =>
  countryCallingCode === HOME_CALLING_CODE && HOME_MOBILE.test(nationalNumber)

const isPlausible = (number: PhoneNumber): boolean => {
  if (isHomeMobile(number)) return true
  // Abroad the length decides: WeChat vouches for numbers of ranges that this library does not list yet.
  return number.countryCallingCode === HOME_CALLING_CODE ? number.isValid() : number.isPossible()
}

const parseOnce = (text: string): PhoneNumber | null => {
  if (!DIGITS.test(text)) return null
  const international = text.replace(/^00/, '+')
  if (international.startsWith('+')) {
    const number = parsePhoneNumberFromString(international)
    return number !== undefined && isPlausible(number) ? number : null
  }
  const chinese = parsePhoneNumberFromString(text, HOME)
  if (chinese !== undefined && (isHomeMobile(chinese) || chinese.isValid())) return chinese
  const foreign = parsePhoneNumberFromString(`+${text}`)
  return foreign?.isValid() ? foreign : null
}

// A trunk prefix behind a country code (+44 07…) is dropped. What starts with another one then is no number.
const parse = (text: string): PhoneNumber | null => {
  const number = parseOnce(text)
  return number !== null && parseOnce(number.number)?.number === number.number ? number : null
}

/**
 * A phone number in the one form it is stored and found in: digits alone for a mobile number of mainland China, E.164
 * with its plus for all others. Bare digits are read as a Chinese number first, then as an international one without
 * its plus. null for what is neither.
 */
export const canonicalPhone = (input: string | number): string | null => {
  const number = parse(compact(input))
  if (number === null) return null
  return isHomeMobile(number) ? number.nationalNumber : number.number
}

/**
 * The form this server stored a number in before `canonicalPhone`, for rows that kept it (see rewrite-identifiers.ts).
 * null for what it refused.
 */
export const earlierPhone = (input: string | number): string | null => {
  const text = String(input).replace(/[\s-]/g, '')
  return /^\+?\d{5,15}$/.test(text) ? text.replace(/^(\+|00)86(?=1\d{10}$)/, '') : null
}

/** As `canonicalPhone`, but rejects with 400 `phone_malformed` what is no phone number. */
export const normalizePhone = (input: string | number): string => {
  const phone = canonicalPhone(input)
  if (phone === null) {
    throw new ApiError(
      'phone_malformed',
      'phone is not a phone number: send 11 digits, or + and the country code outside mainland China.',
    )
  }
  return phone
}

/** Throws 400 `sms_country_not_served` unless this (normalized) number is of one of `countries`, by ISO 3166 code. */
export const refuseUnservedCountry = (phone: string, countries: readonly string[]): void => {
  const country = parse(phone)?.country
  if (country === undefined || !countries.includes(country)) {
    throw new ApiError(
      'sms_country_not_served',
      'No text messages are sent to numbers of this country.',
    )
  }
}

/** The two forms a phone number is kept in: encrypted, and as the keyed hash it is found by. */
export const sealPhone = (vault: Vault, phone: string) => ({
  phoneSealed: vault.seal(phone, PURPOSE),
  phoneIndex: phoneIndex(vault, phone),
})

/** The columns of an account in whose number's place none was typed (docs/decisions/0018). */
export const NO_NEXT_PHONE = { nextPhoneSealed: null, nextPhoneIndex: null } as const

/** The columns of a number that was verified: by WeChat's phone button, or by a text message. None waits to replace it. */
export const verifiedPhone = (vault: Vault, phone: string, by: 'wechat' | 'sms') => ({
  ...sealPhone(vault, phone),
  phoneVerified: true,
  phoneFromWechat: by === 'wechat',
  ...NO_NEXT_PHONE,
})

/** The keyed hash a phone number is found by. */
export const phoneIndex = (vault: Vault, phone: string): string => vault.index(phone, PURPOSE)

/** The number in a box of `sealPhone`. */
export const openPhone = (vault: Vault, box: string): string => vault.open(box, PURPOSE)
