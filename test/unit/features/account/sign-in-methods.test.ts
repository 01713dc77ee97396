import { canRemove, passwordName } from '../../../../src/features/account/sign-in-methods'

const user = { id: 7, nickname: '', avatar: '' }
const named = { ...user, _username: 'alice', _has_password: false }
const verified = { _phone: '13800001234', _phone_verified: true }

/** What the server says of the same accounts: test/contract/removals.test.ts. */
describe('a name of an account', () => {
  it.each([
    ['WeChat', { openid: 'o' }],
    ['a verified number', verified],
    ['a verified address', { _email: 'a@example.com', _email_verified: true }],
    ['a claimed address and a password', { _email: 'a@example.com', _has_password: true }],
    // A verified address or number stays in force until the claimed one is verified, and is not shown.
    ['a claimed address', { _email: 'a@example.com', _email_verified: false }],
    ['a claimed number', { _phone: '13800001234', _phone_verified: false }],
    ['nothing that is shown', {}],
  ])('a name of an account can be removed beside %s', (_, beside) => {
    expect(canRemove({ ...named, _email_verified: false, ...beside }, 'username')).toBe(true)
  })

  it('a name of an account is the last sign-in method beside a password alone', () => {
    expect(canRemove({ ...named, _has_password: true }, 'username')).toBe(false)
  })

  it('a name of an account without a password is no sign-in method: the verified number beside it stays', () => {
    expect(canRemove({ ...named, ...verified }, 'phone')).toBe(false)
    expect(canRemove({ ...named, ...verified, _has_password: true }, 'phone')).toBe(true)
  })

  it('a name of an account may have a password on a hosted backend, which does not say so', () => {
    const hosted = { ...user, _username: 'alice', _email: 'a@example.com', _email_verified: false }
    expect(canRemove(hosted, 'username')).toBe(true)
  })
})

it('the name that a password belongs to is the username, else the address, else the number', () => {
  expect(passwordName({ ...named, _email: 'a@example.com', _phone: '1' })).toBe('alice')
  expect(passwordName({ ...user, _email: 'a@example.com', _phone: '1' })).toBe('a@example.com')
  expect(passwordName({ ...user, _phone: '1' })).toBe('1')
  expect(passwordName(user)).toBeUndefined()
})
