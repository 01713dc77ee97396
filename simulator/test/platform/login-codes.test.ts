import fc from 'fast-check'
import { CODE_LIFETIME_MS } from '../../platform/codes'
import { MOCK_CODE } from '../../platform/accounts'
import { createPlatform } from '../../platform/platform'

const start = 1_800_000_000_000
const open = (seed = 'tests') => createPlatform({ seed, now: () => start, apps: { kind: 'any' } })

const tourist = 'touristappid'
const other = 'wx0123456789abcdef'
const anyApp = { kind: 'first-redeemer' } as const
const people = fc.string({ minLength: 1, maxLength: 64 })
const apps = fc.constantFrom(tourist, other)

describe('login codes', () => {
  test('a login code is used up by its first use, no matter who tries again', () => {
    fc.assert(
      fc.property(
        people,
        apps,
        fc.array(fc.nat(CODE_LIFETIME_MS), { maxLength: 4 }),
        (person, appid, waits) => {
          const platform = open()
          const code = platform.login(person, anyApp)
          expect(platform.exchangeLoginCode(code, appid).kind).toBe('session')
          for (const wait of waits) {
            platform.clock.advance(wait)
            expect(platform.exchangeLoginCode(code, appid).kind).not.toBe('session')
          }
        },
      ),
    )
  })

  test.each([
    [CODE_LIFETIME_MS - 1, 'session'],
    [CODE_LIFETIME_MS, 'invalid'],
    [CODE_LIFETIME_MS + 1, 'invalid'],
  ])('a login code redeemed %i ms after its issue is answered with %s', (wait, kind) => {
    const platform = open()
    const code = platform.login('alice', anyApp)
    platform.clock.advance(wait)
    expect(platform.exchangeLoginCode(code, tourist).kind).toBe(kind)
  })

  test('a login code asked for with an AppID is worth nothing to another app, and survives its attempt', () => {
    const platform = open()
    const code = platform.login('alice', { kind: 'app', appid: tourist })
    expect(platform.exchangeLoginCode(code, other).kind).toBe('invalid')
    expect(platform.exchangeLoginCode(code, tourist).kind).toBe('session')
  })

  test('a login code asked for without an AppID belongs to the app that redeems it first', () => {
    const platform = open()
    const code = platform.login('alice', anyApp)
    expect(platform.exchangeLoginCode(code, other).kind).toBe('session')
    expect(platform.exchangeLoginCode(code, tourist).kind).toBe('invalid')
    expect(platform.exchangeLoginCode(code, other).kind).toBe('used')
  })

  test('several login codes of one person are good at the same time', () => {
    const platform = open()
    const codes = [1, 2, 3].map(() => platform.login('alice', anyApp))
    expect(codes.map((code) => platform.exchangeLoginCode(code, tourist).kind)).toEqual(
      codes.map(() => 'session'),
    )
  })

  test('a reset ends every login code, and the codes after it are new ones', () => {
    const platform = open()
    const before = platform.login('alice', anyApp)
    platform.reset()
    const after = platform.login('alice', anyApp)
    expect(after).not.toBe(before)
    expect(platform.exchangeLoginCode(before, tourist).kind).toBe('invalid')
  })

  test('the mock code of DevTools signs in the same person every time', () => {
    const platform = open()
    const first = platform.exchangeLoginCode(MOCK_CODE, tourist)
    platform.clock.advance(2 * CODE_LIFETIME_MS)
    expect(first.kind).toBe('session')
    expect(platform.exchangeLoginCode(MOCK_CODE, tourist)).toEqual(first)
  })
})
