import { TOURIST_APP_ID } from '../../platform/apps'
import { reviewOf, suggestFor } from '../../platform/content-check'
import { unseal } from '../../platform/crypto'
import { createPlatform } from '../../platform/platform'
import { displayedNumber } from '../../platform/profiles'
import { authorizationEvent, mediaCheckEvent } from '../../platform/push-events'
import { alphanumeric, createDerive, createFresh } from '../../platform/randomness'

const other = 'wx0123456789abcdef'
const inTourist = { kind: 'app', appid: TOURIST_APP_ID } as const
const anyApp = { kind: 'first-redeemer' } as const
const start = 1_800_000_000_500

const open = () => createPlatform({ seed: 'tests', now: () => start, apps: { kind: 'any' } })

test('a profile of a person keeps what was not amended, and its numbers are two Chinese ones', () => {
  const { profiles } = open()
  const before = profiles.of('alice')
  expect(before.phones.map(({ countryCode }) => countryCode)).toEqual(['86', '86'])
  expect(before.phones[0].purePhoneNumber).toMatch(/^13\d{9}$/)
  expect(before.phones[1]).not.toEqual(before.phones[0])
  expect(profiles.amend('alice', { nickName: 'A' })).toEqual({ ...before, nickName: 'A' })
  expect(profiles.of('alice').nickName).toBe('A')
  expect(profiles.of('ben').avatarUrl).not.toBe(before.avatarUrl)
})

test('a phone number is written with its country code unless that is China’s', () => {
  const purePhoneNumber = '13800138000'
  expect(displayedNumber({ countryCode: '86', purePhoneNumber })).toBe(purePhoneNumber)
  expect(displayedNumber({ countryCode: '1', purePhoneNumber: '555' })).toBe('+1555')
})

test('the phone button returns the same number twice: by code, and sealed with the session_key', () => {
  const platform = open()
  const { openid } = platform.identityOf('alice', TOURIST_APP_ID)
  const phone = { countryCode: '1', purePhoneNumber: '5550100' }
  const info = {
    ...phone,
    phoneNumber: '+15550100',
    watermark: { timestamp: 1_800_000_000, appid: TOURIST_APP_ID },
  }
  const { code, ...sealed } = platform.phoneNumbers.ask('alice', anyApp, phone)
  platform.clock.advance(2_000)
  expect(code).toMatch(/^[\da-f]{64}$/)
  expect(unseal(sealed, platform.sessionKeyOf('alice', TOURIST_APP_ID))).toEqual(info)
  expect(platform.phoneNumbers.exchange(code, TOURIST_APP_ID, 'oNobody')).toBe('invalid')
  expect(platform.phoneNumbers.exchange(code, TOURIST_APP_ID, openid)).toEqual(info)
  expect(platform.phoneNumbers.exchange(code, TOURIST_APP_ID, openid)).toBe('invalid')
  const next = platform.phoneNumbers.ask('alice', inTourist, phone)
  platform.reset()
  expect(platform.phoneNumbers.exchange(next.code, TOURIST_APP_ID, undefined)).toBe('invalid')
})

test('the content review has a label for the harmless and one for the rest, and knows WeChat’s samples', () => {
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

test('a push names the person it is about, its sender and its time', () => {
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
  const names = [TOURIST_APP_ID, other].map(
    (appid) => mediaCheckEvent(platform, appid, 't', 'pass').ToUserName,
  )
  expect(names[0]).not.toBe(names[1])
})

test('no random value is returned twice, not even in another life of the same seed', () => {
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

test('WeChat’s codes are made of letters and digits, as many as were asked for', () => {
  const bytes = Buffer.from([0, 9, 10, 35, 36, 61, 62, 255])
  expect(alphanumeric(bytes, 8)).toBe('09AZaz07')
  expect(alphanumeric(bytes, 2)).toBe('09')
  const platform = open()
  expect(platform.login('alice', inTourist)).toMatch(/^[\dA-Za-z]{32}$/)
  expect(platform.accessTokens.plain(other).accessToken).toMatch(/^1_[\dA-Za-z]{132}$/)
  expect(platform.salt()).toHaveLength(16)
  expect(platform.requestId()).toMatch(/^6b49d200-[\da-f]{8}-[\da-f]{8}$/)
})

test('the ids of a person stay the same from version to version: servers have them in their databases', () => {
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
