import { touristAppId } from '../../platform/apps'
import { mockCode } from '../../platform/accounts'
import { reviewOf, suggestFor } from '../../platform/content-check'
import { signWithSession, unseal } from '../../platform/crypto'
import { createPlatform, type PlatformSettings } from '../../platform/platform'
import { displayedNumber } from '../../platform/profiles'
import { authorizationEvent, mediaCheckEvent } from '../../platform/push-events'
import { alphanumeric, createDerive, createFresh } from '../../platform/randomness'

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

test('a person is known from the moment somebody names them', () => {
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

test('a profile keeps what was not amended, and its numbers are two Chinese ones', () => {
  const { profiles } = open()
  const before = profiles.of('alice')
  expect(before.phones.map(({ countryCode }) => countryCode)).toEqual(['86', '86'])
  expect(before.phones[0].purePhoneNumber).toMatch(/^13\d{9}$/)
  expect(before.phones[1]).not.toEqual(before.phones[0])
  expect(profiles.amend('alice', { nickName: 'A' })).toEqual({ ...before, nickName: 'A' })
  expect(profiles.of('alice').nickName).toBe('A')
  expect(profiles.of('ben').avatarUrl).not.toBe(before.avatarUrl)
})

test('a number is written with its country code unless that is China’s', () => {
  const purePhoneNumber = '13800138000'
  expect(displayedNumber({ countryCode: '86', purePhoneNumber })).toBe(purePhoneNumber)
  expect(displayedNumber({ countryCode: '1', purePhoneNumber: '555' })).toBe('+1555')
})

test('the phone button gives the same number twice: by code, and sealed with the session_key', () => {
  const platform = open()
  const { openid } = platform.identityOf('alice', touristAppId)
  const phone = { countryCode: '1', purePhoneNumber: '5550100' }
  const info = {
    ...phone,
    phoneNumber: '+15550100',
    watermark: { timestamp: 1_800_000_000, appid: touristAppId },
  }
  const { code, ...sealed } = platform.phoneNumbers.ask('alice', anyApp, phone)
  platform.clock.advance(2_000)
  expect(code).toMatch(/^[\da-f]{64}$/)
  expect(unseal(sealed, platform.sessionKeyOf('alice', touristAppId))).toEqual(info)
  expect(platform.phoneNumbers.exchange(code, touristAppId, 'oNobody')).toBe('invalid')
  expect(platform.phoneNumbers.exchange(code, touristAppId, openid)).toEqual(info)
  expect(platform.phoneNumbers.exchange(code, touristAppId, openid)).toBe('invalid')
  const next = platform.phoneNumbers.ask('alice', inTourist, phone)
  platform.reset()
  expect(platform.phoneNumbers.exchange(next.code, touristAppId, undefined)).toBe('invalid')
})

test('content review has a label for the harmless and one for the rest, and knows WeChat’s samples', () => {
  const review = (suggest: 'pass' | 'review' | 'risky', label: number) => ({
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
  })
  expect(reviewOf('pass')).toEqual(review('pass', 100))
  expect(reviewOf('review')).toEqual(review('review', 20006))
  expect(reviewOf('risky')).toEqual(review('risky', 20006))
  expect(suggestFor('a 特3456书yuuo莞6543李zxcz蒜7782法fgnv级 b')).toBe('risky')
  expect(suggestFor('完2347全dfji试3726测asad感3847知qwez到')).toBe('risky')
  expect(suggestFor('hello')).toBe('pass')
})

test('a push says whom it is about, from whom it comes and when', () => {
  const platform = open()
  const envelope = {
    ToUserName: expect.stringMatching(/^gh_[\da-f]{12}$/),
    FromUserName: expect.stringMatching(/^o[\w-]{27}$/),
    CreateTime: 1_800_000_000,
    MsgType: 'event',
  }
  const change = { Event: 'user_authorization_revoke', RevokeInfo: '1' } as const
  const { openid } = platform.identityOf('alice', other)
  expect(authorizationEvent(platform, 'alice', other, change)).toEqual({
    ...envelope,
    ...change,
    OpenID: openid,
    AppID: other,
  })
  expect(mediaCheckEvent(platform, other, 'trace', 'risky')).toEqual({
    ...envelope,
    ...reviewOf('risky'),
    Event: 'wxa_media_check',
    appid: other,
    trace_id: 'trace',
    version: 2,
    errcode: 0,
    errmsg: 'ok',
  })
  const names = [touristAppId, other].map(
    (appid) => mediaCheckEvent(platform, appid, 't', 'pass').ToUserName,
  )
  expect(names[0]).not.toBe(names[1])
})

test('nothing fresh is given twice, not even in another life of the same seed', () => {
  const derive = createDerive('tests')
  const fresh = createFresh(derive, () => start)
  const later = createFresh(derive, () => start + 1)
  const given = [fresh('a'), fresh('a'), fresh('b'), later('a')].map((bytes) =>
    bytes.toString('hex'),
  )
  expect(new Set(given).size).toBe(4)
  expect(given[0]).toHaveLength(128)
  expect(derive('a', 1)).not.toEqual(derive('a1'))
})

test('letters and digits are what WeChat’s codes are made of, as many as were asked for', () => {
  const bytes = Buffer.from([0, 9, 10, 35, 36, 61, 62, 255])
  expect(alphanumeric(bytes, 8)).toBe('09AZaz07')
  expect(alphanumeric(bytes, 2)).toBe('09')
  const platform = open()
  expect(platform.login('alice', inTourist)).toMatch(/^[\dA-Za-z]{32}$/)
  expect(platform.accessTokens.plain(other).accessToken).toMatch(/^1_[\dA-Za-z]{132}$/)
  expect(platform.salt()).toHaveLength(16)
  expect(platform.requestId()).toMatch(/^6b49d200-[\da-f]{8}-[\da-f]{8}$/)
})

test('who somebody is stays the same from version to version: servers have it in their databases', () => {
  const platform = open()
  const { nickName, avatarUrl, phones } = platform.profiles.of('alice')
  const { ToUserName, FromUserName } = mediaCheckEvent(platform, other, 't', 'pass')
  expect([
    ...Object.values(platform.identityOf('alice', other)),
    nickName,
    avatarUrl.slice(0, 60),
    ...phones.map(({ purePhoneNumber }) => purePhoneNumber),
    ToUserName,
    FromUserName,
  ]).toEqual([
    'oPsRcx_P3jodYvPTn15sUWMDr_uc',
    'odebFc2Es6uVCW9QB3eZVH4bDKmg',
    'alice',
    'https://thirdwx.qlogo.cn/mmopen/vi_32/5114bdb0f7b8fe6983de19',
    '13005157148',
    '13373495769',
    'gh_e2abab24ac41',
    'oKmMPHZoKdoYuuN1994YRsZtL_Gn',
  ])
})
