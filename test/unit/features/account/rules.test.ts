import fc from 'fast-check'
import {
  accountNameOf,
  isSmsCode,
  isUsername,
  passwordProblem,
} from '../../../../src/features/account/rules'

describe('the name to sign in with', () => {
  it.each([
    ['Alice@Example.com ', { email: 'alice@example.com' }],
    ['138 0000-1234', { phone: '13800001234' }],
    ['+8613800001234', { phone: '+8613800001234' }],
    // As iOS copies a number from the contacts, as a Chinese keyboard types, as an e-mail is copied from.
    ['\u202a+86 138–0000–1234\u202c', { phone: '+8613800001234' }],
    // As a phone of North America fills a number in.
    ['+1 (415) 555-2671', { phone: '+14155552671' }],
    ['１３８００００１２３４', { phone: '13800001234' }],
    ['alice＠example.com', { email: 'alice@example.com' }],
    ['\ufeffalice@example.com\u200b', { email: 'alice@example.com' }],
    [' alice ', { username: 'alice' }],
    ['\u200b\u2066alice\u2069 ', { username: 'alice' }],
    ['小林酱', { username: '小林酱' }],
  ])('the name to sign in with is recognised by how it looks: %j', (text, name) => {
    expect(accountNameOf(text)).toEqual(name)
  })

  it.each(['', 'two words', 'a@b', 'x'.repeat(65)])(
    'a text is refused as a name to sign in with: %j',
    (text) => {
      expect(accountNameOf(text)).toBeUndefined()
    },
  )

  it('the name to sign in with is never two kinds at once', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const name = accountNameOf(text)
        if (name !== undefined && 'username' in name) expect(name.username).not.toContain('@')
      }),
    )
  })
})

describe('a new password', () => {
  it('a new password has eight characters at least, whatever they are', () => {
    expect(passwordProblem('1234567')).toBe('password_too_short')
    expect(passwordProblem('密码密码密码密码')).toBeUndefined()
    expect(passwordProblem('correct horse battery')).toBeUndefined()
  })

  it('a new password has a maximum length', () => {
    expect(passwordProblem('x'.repeat(129))).toBe('password_too_long')
  })
})

describe('a code from a text message', () => {
  it.each(['123456', ' 1234 ', '１２３４５６', '123 456', '123-456\u200b'])(
    'a code from a text message may look like %j',
    (code) => expect(isSmsCode(code)).toBe(true),
  )
  it.each(['', '12a4', '123', '123456789'])(
    'a code from a text message does not look like %j',
    (code) => expect(isSmsCode(code)).toBe(false),
  )
})

describe('a username', () => {
  it('a username is not made of digits only, or it would be taken for a phone number', () => {
    expect(isUsername('13800001234')).toBe(false)
  })
})
