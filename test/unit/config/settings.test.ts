import { constants } from '../../../config/constants'
import { readSettings, shippingWarnings } from '../../../config/settings'

const allOn = {
  phone: 'oneTap',
  sms: true,
  smsCountries: [{ code: 'CN', calling: '86', zh: '中国', en: 'China' }],
  profileButton: 'whereAnswered',
  profileWriter: 'client',
  profileSync: 'setnx',
  profileOffer: 'first',
  profileDesc: '用于展示你的头像和昵称',
  profileDescEn: 'To show your picture and name',
  privacySheet: 'official',
  wxBaas: false,
  tianmu: false,
} as const

const good = {
  TARO_APP_BAAS_HOST: 'https://api.example.com/',
  TARO_APP_BAAS_CLIENT_ID: 'starter-dev',
  TARO_APP_CREATE_USER_ON_LAUNCH: 'false',
}

describe('build settings', () => {
  it('the settings of a build are read and normalised', () => {
    expect(readSettings(good)).toEqual({
      settings: {
        baasHost: 'https://api.example.com',
        baasClientId: 'starter-dev',
        createUserOnLaunch: false,
        withUnionID: false,
        features: allOn,
      },
    })
  })

  it.each(Object.keys(good))('the settings of a build name %s when it is missing', (name) => {
    const outcome = readSettings({ ...good, [name]: '  ' })
    expect(outcome).toEqual({ faults: [expect.stringMatching(`^${name} is missing`)] })
  })

  it.each([
    ['TARO_APP_BAAS_HOST', 'api.example.com'],
    ['TARO_APP_BAAS_HOST', 'https://api.example.com/v1'],
    ['TARO_APP_BAAS_CLIENT_ID', 'two words'],
    ['TARO_APP_CREATE_USER_ON_LAUNCH', 'yes'],
    ['TARO_APP_WITH_UNIONID', 'on'],
    ['TARO_APP_PHONE', 'sometimes'],
    ['TARO_APP_SMS', '1'],
    ['TARO_APP_SMS_COUNTRIES', 'China'],
    ['TARO_APP_SMS_COUNTRIES', 'CN,'],
    ['TARO_APP_PROFILE_WRITER', 'server'],
    ['TARO_APP_PROFILE_SYNC', 'true'],
    ['TARO_APP_PROFILE_OFFER', '0'],
    ['TARO_APP_PROFILE_OFFER', 'weekly'],
    ['TARO_APP_PROFILE_DESC', 'x'.repeat(31)],
    ['TARO_APP_PRIVACY_SHEET', 'none'],
    ['TARO_APP_TIANMU', 'maybe'],
  ])('the settings of a build name %s when it is malformed (%s)', (name, value) => {
    const outcome = readSettings({ ...good, [name]: value })
    expect(outcome).toEqual({ faults: [expect.stringContaining(`${name} is "${value}"`)] })
  })

  it('the settings of a build report every fault at once', () => {
    expect(readSettings({})).toEqual({
      faults: [expect.anything(), expect.anything(), expect.anything()],
    })
  })

  it.each([
    ['never', 'never'],
    ['first', 'first'],
    ['30', { everyDays: 30 }],
  ])('the settings of a build take %s as the pace of the profile offer', (text, profileOffer) => {
    expect(readSettings({ ...good, TARO_APP_PROFILE_OFFER: text })).toMatchObject({
      settings: { features: { profileOffer } },
    })
  })

  it('the settings of a build become names of their own, so that the build sees what is off', () => {
    const settings = {
      baasHost: 'https://a.b',
      baasClientId: 'x',
      createUserOnLaunch: false,
      withUnionID: true,
    }
    const build = { target: 'weapp', mode: 'production' } as const
    expect(constants({ ...settings, features: { ...allOn, phone: 'off' } }, build)).toMatchObject({
      __TARGET__: '"weapp"',
      __DEVELOPMENT__: 'false',
      __SETTINGS__: JSON.stringify(settings),
      '__FEATURES__.phone': '"off"',
      '__FEATURES__.sms': 'true',
    })
  })

  it('the settings of a build warn before a build is shipped that phones cannot use', () => {
    const local = {
      baasHost: 'http://127.0.0.1:8787',
      baasClientId: 'x',
      createUserOnLaunch: false,
      withUnionID: false,
      features: allOn,
    }
    expect(shippingWarnings(local, 'production')).toHaveLength(1)
    expect(shippingWarnings(local, 'development')).toHaveLength(0)
    expect(shippingWarnings({ ...local, baasHost: 'https://a.b' }, 'production')).toHaveLength(0)
  })
})
