import fc from 'fast-check'
import { identityOf } from '../../platform/people'
import { createDerive } from '../../platform/randomness'

const derive = createDerive('tests')
const one = 'touristappid'
const two = 'wx0123456789abcdef'

test('the openid and the unionid have the form of WeChat’s: 28 characters, o first', () => {
  fc.assert(
    fc.property(fc.string(), (person) => {
      const { openid, unionid } = identityOf(derive, person, one)
      expect(openid).toMatch(/^o[\w-]{27}$/)
      expect(unionid).toMatch(/^o[\w-]{27}$/)
    }),
  )
})

test('a person has one openid per app and one unionid in all of them', () => {
  const here = identityOf(derive, 'alice', one)
  const there = identityOf(derive, 'alice', two)
  expect(here).toEqual(identityOf(derive, 'alice', one))
  expect(there.openid).not.toBe(here.openid)
  expect(there.unionid).toBe(here.unionid)
})

test('two people never have the same openid or unionid', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 2 }), ([a, b]) => {
      expect(identityOf(derive, String(a), one)).not.toEqual(identityOf(derive, String(b), one))
    }),
  )
})
