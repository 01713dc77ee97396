import {
  ACCESS_TOKEN_LIFETIME_MS,
  ACCESS_TOKEN_OVERLAP_MS,
  createAccessTokens,
} from '../../platform/access-tokens'
import { createClock } from '../../platform/clock'
import { createDerive, createFresh } from '../../platform/randomness'

const appid = 'touristappid'

const open = () => {
  const clock = createClock(() => 1_800_000_000_000)
  const fresh = createFresh(createDerive('tests'), clock.now)
  return { clock, tokens: createAccessTokens(clock.now, fresh) }
}

const textOf = (issued: { kind: string; accessToken?: string }) => String(issued.accessToken)

test('the access token in normal mode stays the same until five minutes before its end', () => {
  const { clock, tokens } = open()
  const first = tokens.stable(appid, 'normal')
  expect(first).toMatchObject({ kind: 'token', expiresIn: 7200 })
  clock.advance(ACCESS_TOKEN_LIFETIME_MS - ACCESS_TOKEN_OVERLAP_MS - 1)
  expect(textOf(tokens.stable(appid, 'normal'))).toBe(textOf(first))
  clock.advance(1)
  const second = tokens.stable(appid, 'normal')
  expect(textOf(second)).not.toBe(textOf(first))
  expect(tokens.bearerOf(textOf(first))).toEqual({ kind: 'app', appid })
  expect(tokens.bearerOf(textOf(second))).toEqual({ kind: 'app', appid })
})

test.each([
  [ACCESS_TOKEN_LIFETIME_MS - 1, 'app'],
  [ACCESS_TOKEN_LIFETIME_MS, 'expired'],
  [ACCESS_TOKEN_LIFETIME_MS + 1, 'expired'],
])('%i ms after its issue an access token is %s', (ms, kind) => {
  const { clock, tokens } = open()
  const token = textOf(tokens.stable(appid, 'normal'))
  clock.advance(ms)
  expect(tokens.bearerOf(token).kind).toBe(kind)
})

test('a forced refresh ends the last access token at once', () => {
  const { tokens } = open()
  const first = textOf(tokens.stable(appid, 'normal'))
  const second = textOf(tokens.stable(appid, 'force-refresh'))
  expect(tokens.bearerOf(first).kind).toBe('unknown')
  expect(tokens.bearerOf(second).kind).toBe('app')
})

test('forcing a new access token again within thirty seconds refreshes nothing', () => {
  const { clock, tokens } = open()
  const first = textOf(tokens.stable(appid, 'force-refresh'))
  clock.advance(29_999)
  expect(textOf(tokens.stable(appid, 'force-refresh'))).toBe(first)
  clock.advance(1)
  expect(textOf(tokens.stable(appid, 'force-refresh'))).not.toBe(first)
})

test('the twenty-first forced refresh of an access token in a day is refused, the next day it is not', () => {
  const { clock, tokens } = open()
  for (let count = 0; count < 20; count += 1) {
    expect(tokens.stable(appid, 'force-refresh').kind).toBe('token')
    clock.advance(30_000)
  }
  expect(tokens.stable(appid, 'force-refresh').kind).toBe('quota')
  clock.advance(24 * 60 * 60 * 1000)
  expect(tokens.stable(appid, 'force-refresh').kind).toBe('token')
})

test('cgi-bin/token returns a new token each time, and the one before lasts five minutes', () => {
  const { clock, tokens } = open()
  const first = tokens.plain(appid).accessToken
  const second = tokens.plain(appid).accessToken
  expect(second).not.toBe(first)
  clock.advance(ACCESS_TOKEN_OVERLAP_MS - 1)
  expect(tokens.bearerOf(first).kind).toBe('app')
  clock.advance(1)
  expect(tokens.bearerOf(first).kind).toBe('expired')
  expect(tokens.bearerOf(second).kind).toBe('app')
})

test('cgi-bin/token never prolongs the access token before, which may have less than five minutes left', () => {
  const { clock, tokens } = open()
  const first = tokens.plain(appid).accessToken
  clock.advance(ACCESS_TOKEN_LIFETIME_MS - 1)
  tokens.plain(appid)
  expect(tokens.bearerOf(first).kind).toBe('app')
  clock.advance(1)
  expect(tokens.bearerOf(first).kind).toBe('expired')
})

test('the two ways to get an access token do not disturb each other', () => {
  const { tokens } = open()
  const plain = tokens.plain(appid).accessToken
  const stable = textOf(tokens.stable(appid, 'force-refresh'))
  tokens.plain(appid)
  expect(tokens.bearerOf(plain).kind).toBe('app')
  expect(tokens.bearerOf(stable).kind).toBe('app')
})

test('the normal mode returns the token of the last forced refresh, also when the day has no more of them', () => {
  const { clock, tokens } = open()
  for (let times = 0; times < 20; times++) {
    tokens.stable(appid, 'force-refresh')
    clock.advance(30_000)
  }
  expect(tokens.stable(appid, 'force-refresh').kind).toBe('quota')
  const token = textOf(tokens.stable(appid, 'normal'))
  expect(tokens.bearerOf(token)).toEqual({ kind: 'app', appid })
  expect(textOf(tokens.stable(appid, 'normal'))).toBe(token)
})

test('an access token that ended more than a day ago is no longer known once the next one is issued', () => {
  const { clock, tokens } = open()
  const first = textOf(tokens.stable(appid, 'normal'))
  const day = 24 * 60 * 60 * 1000
  clock.advance(ACCESS_TOKEN_LIFETIME_MS + day)
  tokens.stable(appid, 'normal')
  expect(tokens.bearerOf(first).kind).toBe('expired')
  clock.advance(1)
  tokens.plain(appid)
  expect(tokens.bearerOf(first).kind).toBe('unknown')
})

test('clearing ends every access token, and the day’s forced refreshes count anew', () => {
  const { clock, tokens } = open()
  const force = () => {
    clock.advance(30_000)
    return tokens.stable(appid, 'force-refresh')
  }
  for (let count = 0; count < 20; count += 1) force()
  const [stable, plain] = [textOf(tokens.stable(appid, 'normal')), textOf(tokens.plain(appid))]
  expect(force().kind).toBe('quota')
  tokens.clear()
  expect([stable, plain].map((token) => tokens.bearerOf(token).kind)).toEqual([
    'unknown',
    'unknown',
  ])
  expect(textOf(tokens.stable(appid, 'normal'))).not.toBe(stable)
  expect(force().kind).toBe('token')
})

test('the forced refreshes of access tokens are counted for each app by itself', () => {
  const { tokens } = open()
  const other = 'wx0123456789abcdef'
  const first = textOf(tokens.stable(appid, 'force-refresh'))
  const second = textOf(tokens.stable(other, 'force-refresh'))
  expect(second).not.toBe(first)
  expect(tokens.bearerOf(first)).toEqual({ kind: 'app', appid })
  expect(tokens.bearerOf(second)).toEqual({ kind: 'app', appid: other })
})

test('an access token says how many whole seconds it has left', () => {
  const { clock, tokens } = open()
  tokens.stable(appid, 'normal')
  clock.advance(1)
  expect(tokens.stable(appid, 'normal')).toMatchObject({ expiresIn: 7199 })
})
