import fc from 'fast-check'
import { ApiError } from '../../src/errors'
import { canonicalPhone, normalizePhone, refuseUnservedCountry } from '../../src/security/phone'
import { faultOf } from '../kit/fault'

const errorOf = (act: () => void): unknown => {
  try {
    act()
  } catch (error) {
    return error
  }
  return null
}

describe('one mobile number of mainland China', () => {
  it.each([
    13800138000,
    8613800138000,
    '13800138000',
    '8613800138000',
    '+8613800138000',
    '+86013800138000',
    '008613800138000',
    '0086 138 0013 8000',
    '+86 138-0013-8000',
    '+86 (0)138 0013 8000',
    '(+86) 138.0013.8000',
    '013800138000',
    '１３８００１３８０００',
    '＋８６ １３８００１３８０００',
    'tel:13800138000',
    'tel:+86-138-0013-8000',
    // As iOS copies it from the address book.
    '\u202d+86 138 0013 8000\u202c',
    '138\u00a00013\u200a8000',
    '138\u20100013\u22128000',
  ])('a mobile number of mainland China is the same, written %j', (written) => {
    expect(canonicalPhone(written)).toBe('13800138000')
  })

  it('a mobile number of mainland China stays what it is in ranges that the library does not list yet', () => {
    expect(canonicalPhone('14600000000')).toBe('14600000000')
    expect(canonicalPhone('+86 179 5113 8001')).toBe('17951138001')
  })
})

describe('a number from elsewhere', () => {
  it.each([
    ['+852 6123 4567', '+85261234567'],
    ['0085261234567', '+85261234567'],
    ['85261234567', '+85261234567'],
    ['+44 07400 123456', '+447400123456'],
    ['+54 11 15 2345-6789', '+5491123456789'],
    ['010-12345678', '+861012345678'],
    ['01012345678', '+861012345678'],
    ['+86 10 1234 5678', '+861012345678'],
    ['861012345678', '+861012345678'],
  ])('a number from elsewhere, written %j, is %s', (written, phone) => {
    expect(canonicalPhone(written)).toBe(phone)
  })
})

describe('what is no phone number', () => {
  it.each([
    '',
    '12345',
    '10086',
    '+861380013800',
    '+8600013800138000',
    '+999123456',
    '99999999999',
    '00000000',
    '13800138000x5',
    '13800138000;ext=5',
    'tel:13800138000,13900139000',
    '13800138000/13900139000',
    'call 13800138000',
  ])('a text that is no phone number is refused: %j', (written) => {
    expect(canonicalPhone(written)).toBeNull()
    expect(errorOf(() => normalizePhone(written))).toMatchObject({
      status: 400,
      errorCode: 'phone_malformed',
    })
  })
})

const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`)
const separator = fc.constantFrom('', ' ', '-', '.', '\u2011', '\u202a')
const fullWidth = (text: string) =>
  text.replace(/[\d+]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

describe('any two spellings of a number', () => {
  it('any two spellings of a mobile number of mainland China are equal', () => {
    fc.assert(
      fc.property(
        mobile,
        fc.constantFrom('', '86', '+86', '0086', '+860', '0', 'tel:', 'tel:+86'),
        fc.array(separator, { minLength: 11, maxLength: 11 }),
        fc.boolean(),
        (phone, prefix, separators, isFullWidth) => {
          const digits = [...phone].map((digit, at) => digit + (separators[at] ?? '')).join('')
          const written = isFullWidth ? fullWidth(prefix + digits) : prefix + digits
          expect(canonicalPhone(written)).toBe(phone)
        },
      ),
    )
  })

  it('any two spellings of a foreign number are equal, and stay so, however odd the number is', () => {
    const digits = fc.stringMatching(/^(\+|00|0|86|\+86|852|\+1|\+49)?\d{4,14}$/)
    fc.assert(
      fc.property(digits, (written) => {
        const phone = canonicalPhone(written)
        if (phone === null) return
        expect(canonicalPhone(phone)).toBe(phone)
        expect(canonicalPhone(` ${phone.replace('+', '00')}`)).toBe(phone)
        expect(canonicalPhone(phone.startsWith('+') ? phone : `+86${phone}`)).toBe(phone)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the countries that text messages go to', () => {
  it('the countries that text messages go to are those of SMS_COUNTRIES, mainland China alone by default', () => {
    expect(errorOf(() => refuseUnservedCountry('14600000000', ['CN']))).toBeNull()
    expect(errorOf(() => refuseUnservedCountry('+85261234567', ['CN', 'HK']))).toBeNull()
    const refusal = errorOf(() => refuseUnservedCountry('+85261234567', ['CN']))
    expect(refusal).toBeInstanceOf(ApiError)
    expect(refusal).toMatchObject({ status: 400, errorCode: 'sms_country_not_served' })
  })

  it('the countries that text messages go to leave out a number that belongs to no certain country of a shared code', () => {
    expect(errorOf(() => refuseUnservedCountry('+15551234567', ['US', 'CA']))).not.toBeNull()
  })

  it('the countries that text messages go to have to be countries', async () => {
    expect(await faultOf({ SMS_COUNTRIES: 'CN,XX' })).toMatch(/^SMS_COUNTRIES is not a list/)
  })
})
