import fc from 'fast-check'
import { redact, redactBody, redactUrl } from '../../preview/panel/model/redact'

const SECRET_FIELDS = [
  ...['token', 'access_token', 'code', 'phone_code', 'session_key', 'link_ticket', 'phone'],
  ...['phoneNumber', 'password', 'new_password', 'email', 'openid', 'unionid', 'encryptedData'],
  ...['iv', 'signature', 'rawData', 'Authorization', 'otp'],
]

describe('the log of requests', () => {
  it('the log of requests shows no value of a secret field, at any depth, whatever it is', () => {
    const secret = fc.string({ minLength: 4, maxLength: 40 }).map((text) => `«${text}»`)
    fc.assert(
      fc.property(fc.constantFrom(...SECRET_FIELDS), secret, (name, value) => {
        const shown = JSON.stringify(redact({ outer: [{ [name]: value }, { [name]: [value] }] }))
        expect(shown).not.toContain(JSON.stringify(value).slice(1, -1))
      }),
    )
  })

  it.each([
    ['a phone number', '13800138000'],
    ['a phone number with its country', '+86 13800138000'],
    ['an e-mail address', 'alice@example.com'],
    ['a token', 'c2Vzc2lvbi10b2tlbi1vZi1hbGljZQ'],
  ])('the log of requests hides what looks like %s under a harmless name', (_what, value) => {
    expect(redact({ note: value })).toEqual({ note: '•••' })
  })

  it('the log of requests shows what a person needs to understand an exchange', () => {
    const body = {
      status: 'error',
      error_msg: 'No account is linked.',
      create_user: false,
      id: 3,
      none: null,
    }
    expect(redact(body)).toEqual(body)
  })

  it('the log of requests hides a number that could be one of a phone', () => {
    expect(redact({ contact: 13800138000 })).toEqual({ contact: '•••' })
  })

  it('the log of requests reports only the size of a body that is not JSON', () => {
    expect(redactBody('code=123')).toBe('(8 bytes, not JSON)')
    expect(redactBody('')).toBe('')
  })

  it('the log of requests names the query of an address without its values, and no ids', () => {
    expect(redactUrl('https://host/user/1234/info?token=abc&x=1')).toBe(
      '/user/•••/info?token=•••&x=•••',
    )
  })
})
