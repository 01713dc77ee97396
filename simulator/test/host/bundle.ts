import { launch, type LaunchedApp, type LaunchOptions } from '../../host/launch'
import type { Files } from '../../host/core/ports'
import type { RunningApp } from '../../host/core/running-app'
import type { WechatServers } from '../../wx/wechat-servers'

/** A native mini-program written in a test: file contents by path. */
export type Sources = Readonly<Record<string, string>>

/** A bundle of one page, `pages/a`, with the script and template given, and whatever else. */
export const onePage = (script: string, template = '<view/>', rest: Sources = {}): Sources => ({
  'app.json': JSON.stringify({ pages: ['pages/a'] }),
  'app.js': 'App({})',
  'pages/a.js': script,
  'pages/a.wxml': template,
  ...rest,
})

/** A bundle as the host reads it. */
const filesOf = (sources: Sources): Files => ({
  read: (path) => sources[path],
  list: () => Object.keys(sources),
})

/** WeChat's servers for tests that need no simulator: codes count up, everything is granted. */
export const countingServers = (): WechatServers => {
  let codes = 0
  const next = (person: string) => `${person}-${(codes += 1)}`
  return {
    loginCode: async ({ person }) => ({ code: next(person) }),
    checkSession: async () => ({ valid: true }),
    profile: async ({ person }) => ({
      userInfo: {
        nickName: person,
        avatarUrl: 'https://thirdwx.qlogo.cn/a/132',
        gender: 0,
        language: 'zh_CN',
        city: '',
        province: '',
        country: '',
      },
    }),
    phoneCode: async ({ person }) => ({
      code: next(`phone-${person}`),
      encryptedData: 'e',
      iv: 'i',
    }),
  }
}

/** Launches sources on a common phone held by alice. */
export const run = (sources: Sources, options: Partial<LaunchOptions> = {}): Promise<LaunchedApp> =>
  launch(filesOf(sources), { person: 'alice', simulator: countingServers(), ...options })

/** Uncaught errors as text. */
export const errorsOf = (app: RunningApp) => app.errors.map(({ error }) => String(error))

/** Everything the bundle logged, one string per line. */
export const logOf = (app: RunningApp) => app.console.map(({ values }) => values.join(' '))
