import fc from 'fast-check'
import { canRemove, waysIn, type WayIn } from '../../../../src/features/account/ways-in'

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
const anyWay = fc.constantFrom<WayIn>('wechat', 'username', 'email', 'phone')

describe('the ways into an account', () => {
  it('always leave one after any removal that is allowed', () => {
    fc.assert(
      fc.property(anyUser, anyWay, (user, way) => {
        if (canRemove(user, way)) expect(waysIn(user).length).toBeGreaterThan(1)
      }),
    )
  })

  it('can be removed while there is another', () => {
    const user = { id: 7, nickname: '', avatar: '', openid: 'o', _username: 'alice' }
    expect(canRemove(user, 'username')).toBe(true)
    expect(canRemove({ ...user, openid: null }, 'username')).toBe(false)
    expect(canRemove(user, 'email')).toBe(false)
  })
})
