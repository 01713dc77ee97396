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
    [' alice ', { username: 'alice' }],
    ['小林酱', { username: '小林酱' }],
  ])('%j is recognised by how it looks', (text, name) => {
    expect(accountNameOf(text)).toEqual(name)
  })

  it.each(['', 'two words', 'a@b', 'x'.repeat(65)])('%j is none', (text) => {
    expect(accountNameOf(text)).toBeUndefined()
  })

  it('is never two kinds at once', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const name = accountNameOf(text)
        if (name !== undefined && 'username' in name) expect(name.username).not.toContain('@')
      }),
    )
  })
})

describe('a new password', () => {
  it('has eight characters at least, whatever they are', () => {
    expect(passwordProblem('1234567')).toBe('password_too_short')
    expect(passwordProblem('密码密码密码密码')).toBeUndefined()
    expect(passwordProblem('correct horse battery')).toBeUndefined()
  })

  it('has a maximum length', () => {
    expect(passwordProblem('x'.repeat(129))).toBe('password_too_long')
  })
})

describe('a code from a text message', () => {
  it.each(['123456', ' 1234 '])('%j looks like one', (code) => expect(isSmsCode(code)).toBe(true))
  it.each(['', '12a4', '123', '123456789'])('%j does not', (code) =>
    expect(isSmsCode(code)).toBe(false),
  )
})

describe('a username', () => {
  it('is not made of digits only, or it would be taken for a phone number', () => {
    expect(isUsername('13800001234')).toBe(false)
  })
})
