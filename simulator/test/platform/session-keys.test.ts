import { createPlatform } from '../../platform/platform'
import { SESSION_KEY_MINIMUM_AGE_MS } from '../../platform/session-keys'

const tourist = 'touristappid'
const other = 'wx0123456789abcdef'
const inTourist = { kind: 'app', appid: tourist } as const
const anyApp = { kind: 'first-redeemer' } as const

const open = () => createPlatform({ seed: 'tests', now: () => 0, apps: { kind: 'any' } })

const signIn = (platform: ReturnType<typeof open>, appid = tourist) => {
  const exchange = platform.exchangeLoginCode(platform.login('alice', anyApp), appid)
  if (exchange.kind !== 'session') throw new Error(`the code was ${exchange.kind}`)
  return exchange.sessionKey
}

test('a session_key is base64 of 16 bytes', () => {
  expect(Buffer.from(signIn(open()), 'base64')).toHaveLength(16)
})

test('a login within a minute of the last change keeps the session_key, a later one replaces it', () => {
  const platform = open()
  const first = signIn(platform)
  platform.clock.advance(SESSION_KEY_MINIMUM_AGE_MS - 1)
  expect(signIn(platform)).toBe(first)
  platform.clock.advance(1)
  expect(signIn(platform)).not.toBe(first)
})

test('the session_key changes when wx.login is called, not when its code is redeemed', () => {
  const platform = open()
  const code = platform.login('alice', inTourist)
  platform.clock.advance(SESSION_KEY_MINIMUM_AGE_MS + 1)
  const later = platform.login('alice', inTourist)
  expect(platform.exchangeLoginCode(code, tourist)).toEqual(
    platform.exchangeLoginCode(later, tourist),
  )
})

test('each app has its own session_key', () => {
  const platform = open()
  expect(signIn(platform, other)).not.toBe(signIn(platform, tourist))
})

test('a login in one app replaces the session_key of that app alone', () => {
  const platform = open()
  const keysOf = () => [tourist, other].map((appid) => platform.sessionKeyOf('alice', appid))
  const [here, there] = keysOf()
  platform.clock.advance(SESSION_KEY_MINIMUM_AGE_MS)
  platform.login('alice', inTourist)
  expect(keysOf()).toEqual([expect.not.stringContaining(String(here)), there])
})
