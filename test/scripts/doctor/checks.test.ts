import { examine } from '../../../scripts/doctor/report'
import type { Project } from '../../../scripts/doctor/project'
import { found } from './found'
import { built, bundleOf, projectWith } from './project'

const MB = 1024 * 1024

const server = (env: Record<string, string>, check = () => undefined as void) => ({
  server: { env, check },
})
const env = (name: string, value: string) => ({ env: { ...projectWith().env, [name]: value } })
/** A project whose backend is elsewhere, and that was built so. */
const at = (host: string) => ({
  ...env('TARO_APP_BAAS_HOST', host),
  bundle: bundleOf({ 'app.json': '{}', 'app.js': built('App({})', host) }),
})
const big = (path: string, bytes: number) => ({
  bundle: new Map([...(projectWith().bundle ?? []), [path, { text: built(''), bytes }]]),
})
const inBundle = (text: string) => ({
  bundle: bundleOf({ 'app.json': '{}', 'app.js': built(text) }),
})

describe('the doctor', () => {
  it('the doctor finds nothing in a project that is ready', async () => {
    expect(await found({})).toEqual([])
  })

  it.each<[string, Partial<Project>, RegExp]>([
    ['an AppID that is the tourist one', { appid: 'touristappid' }, /^appid error: .*tourist/],
    [
      'a project.config.json that cannot be read',
      { appid: { fault: 'project.config.json is no file of JSON' } },
      /^appid error: project\.config\.json is no file of JSON/,
    ],
    ['an AppID that is none', { appid: 'wx123' }, /^appid error: "wx123" is no AppID/],
    [
      'an AppID that the production server does not have',
      server({ WECHAT_APPID: 'wxffffffffffffffff', BAAS_CLIENT_ID: 'tea', NODE_ENV: 'production' }),
      /^appid error: .*WeChat refuses every sign-in/,
    ],
    [
      'the client ID of the template',
      env('TARO_APP_BAAS_CLIENT_ID', 'starter-dev'),
      /^client-id error/,
    ],
    [
      'an app that writes profiles itself to a production server that takes none',
      {
        ...env('TARO_APP_PROFILE_WRITER', 'client'),
        ...server({
          WECHAT_APPID: 'wx0123456789abcdef',
          BAAS_CLIENT_ID: 'tea',
          NODE_ENV: 'production',
        }),
      },
      /^profile-writer error: .*refuses with 403/,
    ],
    [
      'a country of text messages that the production server does not send to',
      {
        env: {
          ...projectWith().env,
          TARO_APP_SMS: 'true',
          TARO_APP_SMS_COUNTRIES: 'CN,hk',
        },
        ...server({
          WECHAT_APPID: 'wx0123456789abcdef',
          BAAS_CLIENT_ID: 'tea',
          NODE_ENV: 'production',
        }),
      },
      /^sms-countries error: .*numbers of HK/,
    ],
    ['a host without https', at('http://api.tea.example'), /^hosts error: .*not https/],
    ['a host with a port', at('https://api.tea.example:8443'), /^hosts error: .*port \(8443\)/],
    ['a host that is an IP address', at('https://10.0.0.2'), /^hosts error: .*no domain/],
    ['a host that is an IPv6 address', at('https://[::1]'), /^hosts error: .*no domain/],
    [
      'a setting that its check refuses',
      { settingsFaults: ['TARO_APP_SMS is no flag.'] },
      /^hosts error: TARO_APP_SMS/,
    ],
    [
      'a legal text with a blank',
      { legal: new Map([['terms.ts', "'替换【】和 [[ ]]：【公司】 [[Name]]'\n// see 【a】"]]) },
      /^legal error: terms\.ts leaves open: 【公司】 \[\[Name\]\] \w/,
    ],
    ['no bundle', { bundle: undefined }, /^bundle error: There is no bundle/],
    [
      'a bundle that a build left unfinished',
      { bundle: bundleOf({ 'app.json': '{"pages": [', 'app.js': 'App({})' }) },
      /^bundle error: dist\/weapp\/app\.json is no JSON/,
    ],
    ['no oldest phones to compare with', { floor: '' }, /^floor error: \.browserslistrc names no/],
    ['a check that fails', { floor: 'no engine' }, /^floor error: This could not be checked: /],
    [
      'a bundle older than its sources',
      { isStale: true },
      /^bundle error: Sources or settings are newer/,
    ],
    ['a main package above 2 MB', big('app.js', 2 * MB + 1), /^bundle error: The main package/],
    [
      'a sub-package above 2 MB',
      big('far/x.js', 2 * MB + 1),
      /^bundle error: The sub-package far\//,
    ],
    ['a package above 1.5 MB', big('far/x.js', 1.6 * MB), /^bundle warning: The sub-package far\//],
    [
      'a built-in that old phones lack',
      inBundle('globalThis.app = 1'),
      /^floor error: app\.js: globalThis/,
    ],
    ['syntax that old phones lack', inBundle('a?.b'), /^floor error: app\.js: syntax newer/],
    [
      'Taro in two versions',
      { packages: { ...projectWith().packages, '@tarojs/cli': '4.1.0' } },
      /^versions error: .*4\.2\.1, 4\.1\.0/,
    ],
    [
      'React 19',
      { packages: { react: '19.0.0', 'react-dom': '19.0.0' } },
      /^versions error: React is 19/,
    ],
    [
      'react-dom of another version',
      { packages: { ...projectWith().packages, 'react-dom': '18.2.0' } },
      /^versions error: react and react-dom/,
    ],
    ['an old Node', { node: '20.18.9' }, /^node error: Node\.js 20\.18\.9 is older/],
    [
      'settings that the production server refuses',
      server(
        { ...(projectWith().server?.env as Record<string, string>), NODE_ENV: 'production' },
        () => {
          throw new Error('SMTP_URL is missing.')
        },
      ),
      /^server error: SMTP_URL is missing/,
    ],
    [
      'a clock that is off',
      { dateOf: () => Promise.resolve('Sat, 28 Nov 2026 11:55:00 GMT') },
      /^clock warning: .*300 seconds ahead/,
    ],
  ])('the doctor names %s, with one remedy', async (_what, changes, expected) => {
    const lines = await found(changes)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(expected)
    const [line] = (await examine(projectWith(changes), 'upload')).filter(
      ({ level }) => level !== 'ok',
    )
    expect(line?.remedy).toMatch(/^\p{Lu}.+\.$/u)
  })

  it('the doctor warns while developing of what it refuses before an upload', async () => {
    const changes = { appid: 'touristappid', bundle: undefined }
    expect(await found(changes, 'development')).toEqual([
      expect.stringMatching(/^appid warning/),
      expect.stringMatching(/^bundle warning/),
    ])
    expect(await found(changes)).toEqual([
      expect.stringMatching(/^appid error/),
      expect.stringMatching(/^bundle error/),
    ])
  })

  it('the doctor asks no production secrets of a developer’s machine', async () => {
    const lines = await found(
      server({ WECHAT_APPID: 'wxffffffffffffffff', BAAS_CLIENT_ID: 'other' }),
    )
    expect(lines).toEqual([
      expect.stringMatching(/^appid warning/),
      expect.stringMatching(/^client-id warning/),
    ])
  })

  it('the doctor checks a project without server, bundle and backend', async () => {
    const lines = await found(
      { server: undefined, bundle: undefined, ...env('TARO_APP_BAAS_HOST', '') },
      'development',
    )
    expect(lines).toEqual([expect.stringMatching(/^bundle warning/)])
  })

  it('the doctor says that the clock was not compared when the host does not answer', async () => {
    const lines = await examine(projectWith({ dateOf: () => Promise.resolve(undefined) }), 'upload')
    expect(lines.find(({ check }) => check === 'clock')).toMatchObject({
      level: 'ok',
      sentence: expect.stringContaining('was not compared'),
    })
  })
})
