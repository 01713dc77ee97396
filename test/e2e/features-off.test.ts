import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { taroBuild } from '../../scripts/build/taro'
import { TEST_BUNDLE, TEST_SETTINGS } from '../../scripts/build/test-bundle'
import { launch } from '../../simulator/host/launch'
import { startSimulator } from '../../simulator/start'

const BARE = '.cache/test/features-off'

const NAMES = ['getPhoneNumber', 'getRealtimePhoneNumber', 'getUserProfile', 'getUserInfo']

const textOf = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
    .toLowerCase()

// What a face shaped like wx.tmSDK brings along: its own names, and the interface only it calls.
const OF_TIANMU = [
  'tianmu',
  'tmSDK',
  '/ext/v1/account/logins/',
  'login_district',
  'getAccountInfoSync',
]

describe('a build without phone and profile button (T35)', () => {
  beforeAll(
    () =>
      taroBuild({
        appFolder: '.',
        type: 'weapp',
        output: BARE,
        env: {
          ...TEST_SETTINGS,
          TARO_APP_PHONE: 'off',
          TARO_APP_SMS: 'false',
          TARO_APP_PROFILE_BUTTON: 'false',
          // This one is off in every other build, so here it is on.
          TARO_APP_TIANMU: 'true',
        },
      }),
    120_000,
  )

  it.each(NAMES)('names %s nowhere, neither in scripts nor in templates', (name) => {
    expect(textOf(BARE, /\.(js|wxml)$/)).not.toContain(name.toLowerCase())
  })

  it.each(OF_TIANMU)('names %s, as it was asked for Tianmu', (name) => {
    expect(textOf(BARE, /\.js$/)).toContain(name.toLowerCase())
  })

  it('has no page for what it leaves out', () => {
    expect(JSON.parse(readFileSync(join(BARE, 'app.json'), 'utf8')).subPackages).not.toContainEqual(
      expect.objectContaining({ root: 'pages/phone' }),
    )
  })

  it('still launches, with no door to what is not there', async () => {
    const simulator = await startSimulator({ port: 0 })
    const app = await launch(BARE, {
      person: 'zoe',
      desk: simulator.url,
      hosts: { '127.0.0.1:8787': '127.0.0.1:1' },
    })
    expect(app.has('session-retry')).toBe(true)
    expect(app.has('phone-open')).toBe(false)
    expect(app.errors).toEqual([])
    app.close()
    await simulator.close()
  })
})

describe('the full build', () => {
  it.each(['getPhoneNumber', 'chooseAvatar', 'NicknameReview', 'AgreePrivacyAuthorization'])(
    'binds %s in its templates (T28)',
    (event) => {
      expect(textOf(TEST_BUNDLE, /base\.wxml$/)).toContain(`bind${event.toLowerCase()}=`)
    },
  )

  it.each(OF_TIANMU)('names %s nowhere, as Tianmu is off', (name) => {
    expect(textOf(TEST_BUNDLE, /\.(js|json|wxml)$/)).not.toContain(name.toLowerCase())
  })

  it('names the phone button of the variant it was built with only', () => {
    const scripts = textOf(TEST_BUNDLE, /\.js$/)
    expect(scripts).toContain('getphonenumber')
    expect(scripts).not.toContain('getrealtimephonenumber')
  })
})
