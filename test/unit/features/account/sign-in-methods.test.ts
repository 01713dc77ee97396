import fc from 'fast-check'
import {
  canRemove,
  signInMethods,
  type SignInMethod,
} from '../../../../src/features/account/sign-in-methods'

const maybe = (value: string) => fc.option(fc.constant(value))
const anyUser = fc.record({
  id: fc.constant(7),
  nickname: fc.constant(''),
  avatar: fc.constant(''),
  openid: maybe('an-openid'),
  _username: maybe('alice'),
  _email: maybe('alice@example.com'),
  _phone: maybe('13800001234'),
})
const anyMethod = fc.constantFrom<SignInMethod>('wechat', 'username', 'email', 'phone')

describe('the sign-in methods of an account', () => {
  it('one of the sign-in methods of an account is always left after any removal that is allowed', () => {
    fc.assert(
      fc.property(anyUser, anyMethod, (user, method) => {
        if (canRemove(user, method)) expect(signInMethods(user).length).toBeGreaterThan(1)
      }),
    )
  })

  it('one of the sign-in methods of an account can be removed while there is another', () => {
    const user = { id: 7, nickname: '', avatar: '', openid: 'o', _username: 'alice' }
    expect(canRemove(user, 'username')).toBe(true)
    expect(canRemove({ ...user, openid: null }, 'username')).toBe(false)
    expect(canRemove(user, 'email')).toBe(false)
  })
})
