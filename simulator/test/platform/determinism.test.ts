import fc from 'fast-check'
import { type Platform, createPlatform } from '../../platform/platform'

type Step = (platform: Platform) => unknown

const open = (seed = 'tests') =>
  createPlatform({ seed, now: () => 1_800_000_000_000, apps: { kind: 'any' } })

const person = fc.constantFrom('alice', 'bob', '陈晓')
const appid = fc.constantFrom('touristappid', 'wx0123456789abcdef')

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(person, appid).map(([who, app]): Step => (platform) => {
    const code = platform.login(who, { kind: 'app', appid: app })
    return [code, platform.exchangeLoginCode(code, app)]
  }),
  fc.tuple(person, appid).map(([who, app]): Step => (platform) => {
    const [phone] = platform.profiles.of(who).phones
    const asked = platform.phoneNumbers.ask(who, { kind: 'first-redeemer' }, phone)
    return [asked, platform.phoneNumbers.exchange(asked.code, app, undefined)]
  }),
  fc.tuple(person, appid).map(
    ([who, app]): Step =>
      (platform) =>
        platform.userProfile(who, app, 'real'),
  ),
  appid.map(
    (app): Step =>
      (platform) =>
        platform.accessTokens.stable(app, 'force-refresh'),
  ),
  fc.nat(400_000).map(
    (ms): Step =>
      (platform) =>
        platform.clock.advance(ms),
  ),
  fc.constant<Step>((platform) => platform.requestId()),
  fc.constant<Step>((platform) => platform.reset()),
)

test('the same seed and the same calls return the same answers', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const [here, there] = [open(), open()]
      expect(steps.map((take) => take(here))).toEqual(steps.map((take) => take(there)))
    }),
  )
})

test('another seed makes other people and other codes', () => {
  const answers = (platform: Platform) => {
    const code = platform.login('alice', { kind: 'first-redeemer' })
    return [code, platform.exchangeLoginCode(code, 'touristappid'), platform.profiles.of('alice')]
  }
  const there = answers(open('other'))
  answers(open()).forEach((answer, index) => expect(answer).not.toEqual(there[index]))
})
