import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js'
import type { Parsed } from './fields'

/** A country or region whose numbers can be typed, and what it is called where one is chosen. */
export interface SmsCountry {
  /** ISO 3166, two capital letters. */
  code: string
  /** Digits without a plus. */
  calling: string
  zh: string
  en: string
}

/** Names that a review of mini-programs in mainland China expects; CLDR's short ones leave the country out. */
const NAMES_FOR_REVIEW: Readonly<Record<string, Pick<SmsCountry, 'zh' | 'en'>>> = {
  HK: { zh: '中国香港', en: 'Hong Kong (China)' },
  MO: { zh: '中国澳门', en: 'Macao (China)' },
  TW: { zh: '中国台湾', en: 'Taiwan (China)' },
}

const nameIn = (language: string) => {
  const names = new Intl.DisplayNames(language, { type: 'region', style: 'short' })
  return (code: string) => names.of(code) ?? code
}
const [inChinese, inEnglish] = [nameIn('zh-CN'), nameIn('en')]

/**
 * Reads the same list as the server's `SMS_COUNTRIES`: ISO codes separated by commas, the first of which stands
 * there at first. Names and calling codes are looked up here, so that the app holds only those of its own list.
 */
export const smsCountries = (text: string): Parsed<readonly SmsCountry[]> => {
  const codes = text.split(',').map((code) => code.trim().toUpperCase())
  const countries = codes.filter((code) => isSupportedCountry(code))
  if (countries.length < codes.length) {
    return { fault: `is "${text}"; give two-letter codes separated by commas, such as CN,HK,MO` }
  }
  const named = [...new Set(countries)].map((code) => ({
    code,
    calling: String(getCountryCallingCode(code)),
    ...(NAMES_FOR_REVIEW[code] ?? { zh: inChinese(code), en: inEnglish(code) }),
  }))
  return { value: named }
}
