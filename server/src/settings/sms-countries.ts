import { isSupportedCountry } from 'libphonenumber-js/max'
import type { FieldReader } from './fields'

/** The countries that text messages are sent to: mainland China by default, since each message is a cost. */
export const smsCountriesFrom = (read: FieldReader): readonly string[] => {
  const countries = read
    .text('SMS_COUNTRIES', 'CN')
    .split(',')
    .map((code) => code.trim().toUpperCase())
  if (!countries.every((code) => isSupportedCountry(code))) {
    read.fault(
      'SMS_COUNTRIES is not a list of countries: set it to two-letter codes, separated by commas, such as CN,HK,MO.',
    )
  }
  return countries
}
