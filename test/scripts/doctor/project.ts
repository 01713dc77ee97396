import type { Project } from '../../../scripts/doctor/project'

/** A project that is ready for an upload, but for what a test changes. */
export const projectWith = (changes: Partial<Project> = {}): Project => ({
  node: '22.1.0',
  engines: '>=20.19',
  packages: {
    '@tarojs/taro': '4.2.1',
    'babel-preset-taro': '4.2.1',
    react: '18.3.1',
    'react-dom': '18.3.1',
  },
  appid: 'wx0123456789abcdef',
  env: {
    TARO_APP_BAAS_HOST: 'https://api.tea.example',
    TARO_APP_BAAS_CLIENT_ID: 'tea',
    TARO_APP_PROFILE_WRITER: 'cloudFunction',
  },
  settingsFaults: [],
  server: {
    env: { WECHAT_APPID: 'wx0123456789abcdef', BAAS_CLIENT_ID: 'tea' },
    check: () => undefined,
  },
  bundle: bundleOf({ 'app.json': '{"subPackages":[{"root":"far"}]}', 'app.js': built('App({})') }),
  isStale: false,
  legal: new Map([['src/features/legal/terms.ts', "'We are Tea Ltd.'"]]),
  floor: 'ios >= 12',
  now: () => Date.UTC(2026, 10, 28, 12),
  connect: () => Promise.resolve(),
  dateOf: () => Promise.resolve('Sat, 28 Nov 2026 12:00:00 GMT'),
  ...changes,
})

/** A script of the bundle, with the settings that it was built with. */
export const built = (code: string, host = 'https://api.tea.example') =>
  `const settings = { baasHost: '${host}' }\n${code}`

/** A bundle of these files, by path. */
export const bundleOf = (files: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(files).map(([path, text]) => [path, { text, bytes: Buffer.byteLength(text) }]),
  )
