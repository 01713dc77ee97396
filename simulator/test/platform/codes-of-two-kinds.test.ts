import fc from 'fast-check'
import { CODE_LIFETIME_MS } from '../../platform/codes'
import { type Platform, createPlatform } from '../../platform/platform'

type Kind = 'login' | 'phone'
interface Issued {
  code: string
  kind: Kind
  person: string
  appid: string
  at: number
}
interface Model {
  now: number
  issued: Issued[]
  spent: Set<string>
}

const apps = ['touristappid', 'wx0123456789abcdef']
const people = fc.constantFrom('alice', 'bob')
const appids = fc.constantFrom(...apps)
const kinds = fc.constantFrom<Kind>('login', 'phone')

const redeem = (platform: Platform, kind: Kind, code: string, appid: string): boolean =>
  kind === 'login'
    ? platform.exchangeLoginCode(code, appid).kind === 'session'
    : platform.phoneNumbers.exchange(code, appid, undefined) !== 'invalid'

const issue = (kind: Kind, person: string, appid: string): fc.Command<Model, Platform> => ({
  check: () => true,
  run: (model, platform) => {
    const audience = { kind: 'app', appid } as const
    const [phone] = platform.profiles.of(person).phones
    const code =
      kind === 'login'
        ? platform.login(person, audience)
        : platform.phoneNumbers.ask(person, audience, phone).code
    expect(model.issued.map((each) => each.code)).not.toContain(code)
    model.issued.push({ code, kind, person, appid, at: model.now })
  },
  toString: () => `issue(${kind}, ${person}, ${appid})`,
})

/** Tries one of the codes issued so far, of whatever kind, at an endpoint of `kind` as `appid`. */
const attempt = (kind: Kind, appid: string, which: number): fc.Command<Model, Platform> => ({
  check: (model) => model.issued.length > 0,
  run: (model, platform) => {
    const target = model.issued[which % model.issued.length]
    if (target === undefined) throw new Error('nothing was issued')
    const isGood =
      target.kind === kind &&
      target.appid === appid &&
      model.now < target.at + CODE_LIFETIME_MS &&
      !model.spent.has(target.code)
    expect(redeem(platform, kind, target.code, appid)).toBe(isGood)
    if (isGood) model.spent.add(target.code)
  },
  toString: () => `redeem(${kind}, ${appid}, #${which})`,
})

const wait = (ms: number): fc.Command<Model, Platform> => ({
  check: () => true,
  run: (model, platform) => {
    model.now += ms
    platform.clock.advance(ms)
  },
  toString: () => `wait(${ms})`,
})

test('a code is good once, in its kind, for its app, for less than five minutes, in any order of events', () => {
  const edges = fc.constantFrom(1, CODE_LIFETIME_MS - 1, CODE_LIFETIME_MS, CODE_LIFETIME_MS + 1)
  const commands = fc.commands(
    [
      fc.tuple(kinds, people, appids).map((asked) => issue(...asked)),
      fc.tuple(kinds, appids, fc.nat(50)).map((asked) => attempt(...asked)),
      fc.oneof(edges, fc.nat(CODE_LIFETIME_MS)).map(wait),
    ],
    { maxCommands: 40 },
  )
  fc.assert(
    fc.property(commands, (run) => {
      fc.modelRun(
        () => ({
          model: { now: 0, issued: [], spent: new Set<string>() },
          real: createPlatform({ seed: 'tests', now: () => 0, apps: { kind: 'any' } }),
        }),
        run,
      )
    }),
    { numRuns: 300 },
  )
})

test.each([
  [CODE_LIFETIME_MS - 1, true],
  [CODE_LIFETIME_MS, false],
  [CODE_LIFETIME_MS + 1, false],
])('a phone code redeemed %i ms after the click is good: %s', (ms, isGood) => {
  const platform = createPlatform({ seed: 'tests', now: () => 0, apps: { kind: 'any' } })
  const [phone] = platform.profiles.of('alice').phones
  const { code } = platform.phoneNumbers.ask('alice', { kind: 'first-redeemer' }, phone)
  platform.clock.advance(ms)
  expect(redeem(platform, 'phone', code, 'touristappid')).toBe(isGood)
})
