import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBundleWith, TEST_BUNDLE } from '../../scripts/build/test-bundle'
import { linkTexts } from '../../src/i18n/link'
import { formTexts } from '../../src/i18n/forms'
import {
  createPerson,
  filesIn,
  launch,
  type LaunchOptions,
  type ScriptedPerson,
} from '../../simulator/index'
import { useWorld } from './kit/use-world'

const BARE = '.cache/test/features-off'
const OTHER = '.cache/test/other-ways'
/** As long as in slim.test.ts: a build takes 15 s, and minutes on a busy machine. */
const BUILD_MS = 240_000

const NAMES = ['getPhoneNumber', 'getRealtimePhoneNumber', 'getUserProfile', 'getUserInfo']

const textOf = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
    .toLowerCase()

// Ids of the form on the phone page: text messages need no interface of WeChat's.
const OF_SMS = ['sms-send', 'sms-submit']

const CLOUD_FUNCTION = 'update_wechat_user_info'

// What a face shaped like wx.tmSDK brings along: its own names, and the interface only it calls.
const OF_TIANMU = ['tmSDK', 'getAccountInfoSync']

// docs/wechat.md 3.5
describe('a build without phone and profile button', () => {
  const world = useWorld(BARE)

  beforeAll(
    () =>
      ensureBundleWith(BARE, {
        TARO_APP_PHONE: 'off',
        TARO_APP_SMS: 'false',
        TARO_APP_PROFILE_BUTTON: 'false',
        // These are off in every other build, so here they are on.
        TARO_APP_TIANMU: 'true',
        TARO_APP_WX_BAAS: 'true',
      }),
    BUILD_MS,
  )

  it.each(NAMES)(
    'a build without phone and profile button names %s nowhere, neither in scripts nor in templates',
    (name) => {
      expect(textOf(BARE, /\.(js|wxml)$/)).not.toContain(name.toLowerCase())
    },
  )

  it.each(OF_TIANMU)('a build with Tianmu names %s', (name) => {
    expect(textOf(BARE, /\.js$/)).toContain(name.toLowerCase())
  })

  it.each([...OF_SMS, CLOUD_FUNCTION])(
    'a build without text messages and cloud function names %s nowhere',
    (name) => {
      expect(textOf(BARE, /\.(js|wxml)$/)).not.toContain(name)
    },
  )

  // The guide "code written for the SDK", 1.
  it('a build with both shells puts wx.BaaS and wx.tmSDK where the documents’ code looks for them, over one session', async () => {
    const files = filesIn(BARE)
    const old = `;wx.BaaS.auth.loginWithWechat().then((user) => wx.tmSDK.login().then((profile) =>
      console.log(String(user.id > 0), String(profile.open_id === user.openid))))`
    const { simulator, hosts } = world
    const read = (path: string) =>
      files.read(path)?.concat(path === 'pages/home/index.js' ? old : '')
    const app = await launch({ ...files, read }, { person: 'sdk-code', simulator, hosts })
    await app.until(() => app.console.length > 0)
    expect(app.console.map(({ values }) => values)).toEqual([['true', 'true']])
    expect(app.errors).toEqual([])
    app.close()
  })

  it('a build has no page for what it leaves out', () => {
    const { subPackages } = JSON.parse(readFileSync(join(BARE, 'app.json'), 'utf8'))
    expect(subPackages.flatMap(({ pages }: { pages: string[] }) => pages)).not.toContain(
      'phone/index',
    )
    expect(textOf(TEST_BUNDLE, /app\.json$/)).toContain('"phone/index"')
  })

  it('a build without phone and profile button launches, with no entry to what is not there', async () => {
    const app = await world.open('zoe', { hosts: { '127.0.0.1:8787': '127.0.0.1:1' } })
    expect(app.has('session-retry')).toBe(true)
    expect(app.has('phone-open')).toBe(false)
  })
})

describe('a build with the other phone button, the cloud function, a sheet of its own and unionids', () => {
  beforeAll(
    () =>
      ensureBundleWith(OTHER, {
        TARO_APP_PHONE: 'realtime',
        TARO_APP_SMS: 'false',
        TARO_APP_PROFILE_WRITER: 'cloudFunction',
        TARO_APP_PRIVACY_SHEET: 'own',
        TARO_APP_WITH_UNIONID: 'true',
      }),
    BUILD_MS,
  )
  const world = useWorld(OTHER)

  const open = (person: ScriptedPerson, more: Partial<LaunchOptions> = {}) =>
    world.open(person.name, { person, ...more })

  // docs/wechat.md 3.5
  it.each(['getPhoneNumber', ...OF_SMS])(
    'a build with the other phone button names %s nowhere',
    (name) => {
      const shipped = textOf(OTHER, /\.(js|wxml)$/)
      expect(shipped.replaceAll('getrealtimephonenumber', '')).not.toContain(name.toLowerCase())
    },
  )

  it('the other phone button binds a number that WeChat checks at this moment, after consent on its own sheet', async () => {
    const person = createPerson('rae')
    const app = await open(person)
    await app.tap('link-continue')
    await app.tapTab('pages/me/index')
    const opening = app.tap('me-phone')
    await app.until(() => app.has('privacy-agree'))
    await app.tap('privacy-agree')
    await opening
    await app.tap('phone-bind')
    expect(app.has('phone-bound')).toBe(true)
    expect(person.asked).toContainEqual({ kind: 'phoneNumber', shows: { check: 'realtime' } })
  })

  it('a build with the cloud function lets it write what WeChat returned', async () => {
    // Older than consent: no one is asked.
    const app = await open(createPerson('sid'), { device: { libVersion: '2.26.0' } })
    await app.tap('link-continue')
    await app.tapTab('pages/me/index')
    await app.tap('me-profile')
    await app.tap('profile-get')
    expect(app.text('profile-get-said')).toBe(formTexts['zh-CN'].saved)
    await app.back()
    expect(app.text('me-profile-value')).toBe('sid')
  })

  it('a build with unionids says that this WeChat has an account by its unionid, also to a ticket, and opens that one', async () => {
    const app = await open(createPerson('tea'))
    await app.tap('link-open')
    await app.tap('link-register')
    // Meanwhile the same person opens an account on another phone.
    const other = await open(createPerson('tea'))
    await other.tap('link-continue')
    const id = other.text('session-user-id')
    await app.input('link-username', 'tea-of-the-web')
    await app.input('link-password', 'correct horse battery')
    await app.tap('link-submit')
    expect(app.text('link-conflict')).toBe(linkTexts['zh-CN'].unionTaken)
    await app.tap('link-continue')
    await app.tap('link-leave')
    expect(app.text('session-user-id')).toBe(id)
  })
})

describe('the full build', () => {
  it.each(['getPhoneNumber', 'chooseAvatar', 'NicknameReview', 'AgreePrivacyAuthorization'])(
    // docs/wechat.md 8.1
    'the full build binds %s in its templates',
    (event) => {
      expect(textOf(TEST_BUNDLE, /base\.wxml$/)).toContain(`bind${event.toLowerCase()}=`)
    },
  )

  it.each(OF_TIANMU)('the full build names %s nowhere, as Tianmu is off', (name) => {
    expect(textOf(TEST_BUNDLE, /\.(js|json|wxml)$/)).not.toContain(name.toLowerCase())
  })

  it.each(OF_SMS)('the full build has %s, as text messages are on', (name) => {
    expect(textOf(TEST_BUNDLE, /\.js$/)).toContain(name)
  })

  it('the full build does not name the cloud function, as the client writes', () => {
    expect(textOf(TEST_BUNDLE, /\.js$/)).not.toContain(CLOUD_FUNCTION)
    expect(textOf(OTHER, /\.js$/)).toContain(CLOUD_FUNCTION)
  })

  it('the full build names the phone button of the variant it was built with only', () => {
    const scripts = textOf(TEST_BUNDLE, /\.js$/)
    expect(scripts).toContain('getphonenumber')
    expect(scripts).not.toContain('getrealtimephonenumber')
  })
})
