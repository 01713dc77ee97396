import { TOURIST_APP_ID } from '../../platform/apps'
import { MOCK_CODE } from '../../platform/accounts'
import { signWithSession } from '../../platform/crypto'
import { createPlatform, type PlatformSettings } from '../../platform/platform'

const other = 'wx0123456789abcdef'
const inTourist = { kind: 'app', appid: TOURIST_APP_ID } as const
const anyApp = { kind: 'first-redeemer' } as const
const start = 1_800_000_000_500

const open = (settings: Partial<PlatformSettings> = {}) =>
  createPlatform({ seed: 'tests', now: () => start, apps: { kind: 'any' }, ...settings })

test.each([
  [TOURIST_APP_ID, 'any', 'ok'],
  [other, 'any', 'ok'],
  [other, '', 'wrong-secret'],
  ['wx0123456789ABCDEF', 'any', 'unknown-appid'],
  [`${other}0`, 'any', 'unknown-appid'],
  [` ${other}`, 'any', 'unknown-appid'],
  ['', 'any', 'unknown-appid'],
])('an app %j with the secret %j is %s where any app is known', (appid, secret, check) => {
  expect(open().checkApp(appid, secret)).toBe(check)
})

test.each([
  [other, 'secret', 'ok'],
  [other, 'Secret', 'wrong-secret'],
  [other, '', 'wrong-secret'],
  [TOURIST_APP_ID, 'secret', 'unknown-appid'],
  ['wxfedcba9876543210', 'own', 'ok'],
  ['wxfedcba9876543210', 'secret', 'wrong-secret'],
])('an app %j with the secret %j is %s where apps are listed', (appid, secret, check) => {
  const apps = [
    { appid: other, secret: 'secret' },
    { appid: 'wxfedcba9876543210', secret: 'own' },
  ]
  expect(open({ apps: { kind: 'listed', apps } }).checkApp(appid, secret)).toBe(check)
})

test('an openid leads back to its person, in its own app alone', () => {
  const platform = open()
  const { openid } = platform.visit('alice', TOURIST_APP_ID)
  expect(platform.personOf(openid, TOURIST_APP_ID)).toBe('alice')
  expect(platform.personOf(openid, other)).toBeUndefined()
  expect(platform.personOf('oNobody', TOURIST_APP_ID)).toBeUndefined()
  expect(platform.identities()).toEqual([{ person: 'alice', appid: TOURIST_APP_ID, openid }])
})

test('a visit of a person is remembered with its time and its app, until a reset', () => {
  const platform = open()
  expect(platform.latestAppOf('alice')).toBe(TOURIST_APP_ID)
  expect(platform.lastVisitOf('alice')).toBeUndefined()
  platform.login('alice', { kind: 'app', appid: other })
  platform.clock.advance(5)
  expect([platform.latestAppOf('alice'), platform.lastVisitOf('alice')]).toEqual([other, start])
  platform.exchangeLoginCode(platform.login('alice', anyApp), TOURIST_APP_ID)
  expect([platform.latestAppOf('alice'), platform.lastVisitOf('alice')]).toEqual([
    TOURIST_APP_ID,
    start + 5,
  ])
  platform.reset()
  expect(platform.lastVisitOf('alice')).toBeUndefined()
  expect(platform.identities()).toEqual([])
  expect(platform.profiles.everybody()).toEqual([])
})

test('a person is known from the moment they are named', () => {
  const platform = open()
  platform.login('alice', anyApp)
  platform.identityOf('ben', TOURIST_APP_ID)
  expect(platform.profiles.everybody()).toEqual(['alice', 'ben'])
})

test('a person at high risk cannot sign in, and the login code is used up', () => {
  const platform = open()
  const code = platform.login('alice', inTourist)
  platform.profiles.amend('alice', { standing: 'high-risk' })
  expect(platform.exchangeLoginCode(code, TOURIST_APP_ID)).toEqual({ kind: 'blocked' })
  platform.profiles.amend('alice', { standing: 'normal' })
  expect(platform.exchangeLoginCode(code, TOURIST_APP_ID)).toEqual({ kind: 'used' })
})

test('a login-state signature holds with the valid session_key, and with no other', () => {
  const platform = open()
  expect(platform.isSignedBySession('alice', TOURIST_APP_ID, signWithSession('', ''))).toBe(false)
  expect(platform.hasSession('alice', TOURIST_APP_ID)).toBe(false)
  const key = platform.sessionKeyOf('alice', TOURIST_APP_ID)
  const signature = signWithSession('', key)
  expect(platform.hasSession('alice', TOURIST_APP_ID)).toBe(true)
  expect(platform.isSignedBySession('alice', TOURIST_APP_ID, signature)).toBe(true)
  expect(platform.isSignedBySession('alice', TOURIST_APP_ID, `${signature}0`)).toBe(false)
  expect(platform.isSignedBySession('alice', TOURIST_APP_ID, signature.replace(/./g, '0'))).toBe(
    false,
  )
  expect(platform.isSignedBySession('alice', other, signature)).toBe(false)

  expect(platform.resetSessionKey('alice', TOURIST_APP_ID)).not.toBe(key)
  expect(platform.isSignedBySession('alice', TOURIST_APP_ID, signature)).toBe(false)
  platform.endSession('alice', TOURIST_APP_ID)
  expect(platform.hasSession('alice', TOURIST_APP_ID)).toBe(false)
})

test('a reset ends every session_key', () => {
  const platform = open()
  platform.exchangeLoginCode(MOCK_CODE, TOURIST_APP_ID)
  expect(platform.hasSession('devtools', TOURIST_APP_ID)).toBe(true)
  platform.reset()
  expect(platform.hasSession('devtools', TOURIST_APP_ID)).toBe(false)
})

test('a reset forgets codes, access tokens, faults, calls and messages, and rewinds the clock', () => {
  const platform = open()
  const [phone] = platform.profiles.of('alice').phones
  const loginCode = platform.login('alice', inTourist)
  const { code: phoneCode } = platform.phoneNumbers.ask('alice', inTourist, phone)
  const { accessToken } = platform.accessTokens.plain(TOURIST_APP_ID)
  platform.faults.inject({ trouble: { kind: 'dropped' }, api: 'every', times: 'until-cleared' })
  platform.calls.record('cgi-bin/token', 0)
  platform.outbox.addSms({ to: '1', text: 'hello' })
  platform.clock.advance(5)

  platform.reset()
  expect(platform.clock.now()).toBe(start)
  expect(platform.exchangeLoginCode(loginCode, TOURIST_APP_ID).kind).toBe('invalid')
  expect(platform.phoneNumbers.exchange(phoneCode, TOURIST_APP_ID, undefined)).toBe('invalid')
  expect(platform.accessTokens.bearerOf(accessToken).kind).toBe('unknown')
  expect(platform.faults.pending()).toEqual([])
  expect([platform.calls.latest(), platform.calls.counts()]).toEqual([[], {}])
  expect(platform.outbox.sms()).toEqual([])
})
