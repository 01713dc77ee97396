import { signRawData, unseal } from '../../platform/crypto'
import { createPlatform } from '../../platform/platform'
import { createProfiles } from '../../platform/profiles'
import { createDerive } from '../../platform/randomness'
import { eraOf, userInfoIn } from '../../platform/user-profile'

const tourist = 'touristappid'
const open = () =>
  createPlatform({ seed: 'tests', now: () => 1_800_000_000_000, apps: { kind: 'any' } })

test.each([
  ['2.10.4', 'real-without-crypto'],
  ['2.15.9', 'real-without-crypto'],
  ['2.16.0', 'real'],
  ['2.27.0', 'real'],
  ['2.27.1', 'anonymous'],
  ['2.100.0', 'anonymous'],
  ['3.0.0', 'anonymous'],
  ['1.99.99', 'real-without-crypto'],
])('the base library %s is in the era %s', (version, era) => {
  expect(eraOf(version)).toBe(era)
})

test('a real profile is signed and sealed with the session_key that the login then returns', () => {
  const platform = open()
  const code = platform.login('alice', { kind: 'app', appid: tourist })
  const answer = platform.userProfile('alice', tourist, 'real')
  const exchange = platform.exchangeLoginCode(code, tourist)
  if (exchange.kind !== 'session' || !('rawData' in answer)) {
    throw new Error('no session or no data')
  }
  expect(JSON.parse(answer.rawData)).toEqual(answer.userInfo)
  expect(answer.signature).toBe(signRawData(answer.rawData, exchange.sessionKey))
  expect(unseal(answer, exchange.sessionKey)).toEqual({
    ...answer.userInfo,
    watermark: { timestamp: 1_800_000_000, appid: tourist },
  })
})

test('a real profile carries no openId and no unionId, and nothing but nickname and avatar that says something', () => {
  const { userInfo } = open().userProfile('alice', tourist, 'real')
  expect(userInfo).toEqual({
    nickName: 'alice',
    avatarUrl: expect.stringMatching('^https://thirdwx.qlogo.cn/'),
    gender: 0,
    language: 'zh_CN',
    city: '',
    province: '',
    country: '',
  })
})

test('a profile below 2.16.0 in DevTools holds user info and nothing else', () => {
  const answer = open().userProfile('alice', tourist, 'real-without-crypto')
  expect(Object.keys(answer)).toEqual(['errMsg', 'userInfo'])
})

test('an anonymous profile is 微信用户 with the grey avatar, whatever the person is called', () => {
  const platform = open()
  platform.profiles.amend('alice', { nickName: 'Alice' })
  const { userInfo } = platform.userProfile('alice', tourist, 'anonymous')
  expect(userInfo.nickName).toBe('微信用户')
  expect(userInfo.avatarUrl).toContain('POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6ic')
})

it('a profile names places and language as they are asked for while answers are real, and nothing once they are anonymous', () => {
  const profile = createProfiles(createDerive('s')).of('alice')
  expect(userInfoIn('real', profile, 'en')).toMatchObject({ language: 'en', city: 'Guangzhou' })
  expect(userInfoIn('real', profile, 'zh_TW')).toMatchObject({ language: 'zh_TW', country: '中國' })
  expect(userInfoIn('anonymous', profile, 'en')).toMatchObject({ language: 'zh_CN', city: '' })
})
