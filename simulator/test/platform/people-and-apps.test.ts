import { touristAppId } from '../../platform/apps'
import { mockCode } from '../../platform/accounts'
import { signWithSession } from '../../platform/crypto'
import { createPlatform, type PlatformSettings } from '../../platform/platform'

const other = 'wx0123456789abcdef'
const inTourist = { kind: 'app', appid: touristAppId } as const
const anyApp = { kind: 'first-redeemer' } as const
const start = 1_800_000_000_500

const open = (settings: Partial<PlatformSettings> = {}) =>
  createPlatform({ seed: 'tests', now: () => start, apps: { kind: 'any' }, ...settings })

test.each([
  [touristAppId, 'any', 'ok'],
  [other, 'any', 'ok'],
  [other, '', 'wrong-secret'],
  ['wx0123456789ABCDEF', 'any', 'unknown-appid'],
  [`${other}0`, 'any', 'unknown-appid'],
  [` ${other}`, 'any', 'unknown-appid'],
  ['', 'any', 'unknown-appid'],
])('where any app is known, %j with the secret %j is %s', (appid, secret, check) => {
  expect(open().checkApp(appid, secret)).toBe(check)
})

test.each([
  [other, 'secret', 'ok'],
  [other, 'Secret', 'wrong-secret'],
  [other, '', 'wrong-secret'],
  [touristAppId, 'secret', 'unknown-appid'],
  ['wxfedcba9876543210', 'own', 'ok'],
  ['wxfedcba9876543210', 'secret', 'wrong-secret'],
])('where apps are listed, %j with the secret %j is %s', (appid, secret, check) => {
  const apps = [
    { appid: other, secret: 'secret' },
    { appid: 'wxfedcba9876543210', secret: 'own' },
  ]
  expect(open({ apps: { kind: 'listed', apps } }).checkApp(appid, secret)).toBe(check)
})

test('an openid leads back to its person, in its own app alone', () => {
  const platform = open()
  const { openid } = platform.visit('alice', touristAppId)
  expect(platform.personOf(openid, touristAppId)).toBe('alice')
  expect(platform.personOf(openid, other)).toBeUndefined()
  expect(platform.personOf('oNobody', touristAppId)).toBeUndefined()
  expect(platform.identities()).toEqual([{ person: 'alice', appid: touristAppId, openid }])
})

test('a visit is remembered with its time and its app, until a reset', () => {
  const platform = open()
  expect(platform.latestAppOf('alice')).toBe(touristAppId)
  expect(platform.lastVisitOf('alice')).toBeUndefined()
  platform.login('alice', { kind: 'app', appid: other })
  platform.clock.advance(5)
  expect([platform.latestAppOf('alice'), platform.lastVisitOf('alice')]).toEqual([other, start])
  platform.exchangeLoginCode(platform.login('alice', anyApp), touristAppId)
  expect([platform.latestAppOf('alice'), platform.lastVisitOf('alice')]).toEqual([
    touristAppId,
    start + 5,
  ])
  platform.reset()
  expect(platform.lastVisitOf('alice')).toBeUndefined()
  expect(platform.identities()).toEqual([])
  expect(platform.profiles.everybody()).toEqual([])
})

test('a person is known from the moment someone names them', () => {
  const platform = open()
  platform.login('alice', anyApp)
  platform.identityOf('ben', touristAppId)
  expect(platform.profiles.everybody()).toEqual(['alice', 'ben'])
})

test('a person at high risk cannot sign in, and the code is spent', () => {
  const platform = open()
  const code = platform.login('alice', inTourist)
  platform.profiles.amend('alice', { standing: 'high-risk' })
  expect(platform.exchangeLoginCode(code, touristAppId)).toEqual({ kind: 'blocked' })
  platform.profiles.amend('alice', { standing: 'normal' })
  expect(platform.exchangeLoginCode(code, touristAppId)).toEqual({ kind: 'used' })
})

test('a signature holds with the valid session_key, and with no other', () => {
  const platform = open()
  expect(platform.isSignedBySession('alice', touristAppId, signWithSession('', ''))).toBe(false)
  expect(platform.hasSession('alice', touristAppId)).toBe(false)
  const key = platform.sessionKeyOf('alice', touristAppId)
  const signature = signWithSession('', key)
  expect(platform.hasSession('alice', touristAppId)).toBe(true)
  expect(platform.isSignedBySession('alice', touristAppId, signature)).toBe(true)
  expect(platform.isSignedBySession('alice', touristAppId, `${signature}0`)).toBe(false)
  expect(platform.isSignedBySession('alice', touristAppId, signature.replace(/./g, '0'))).toBe(
    false,
  )
  expect(platform.isSignedBySession('alice', other, signature)).toBe(false)

  expect(platform.resetSessionKey('alice', touristAppId)).not.toBe(key)
  expect(platform.isSignedBySession('alice', touristAppId, signature)).toBe(false)
  platform.endSession('alice', touristAppId)
  expect(platform.hasSession('alice', touristAppId)).toBe(false)
})

test('a reset ends every session_key', () => {
  const platform = open()
  platform.exchangeLoginCode(mockCode, touristAppId)
  expect(platform.hasSession('devtools', touristAppId)).toBe(true)
  platform.reset()
  expect(platform.hasSession('devtools', touristAppId)).toBe(false)
})
