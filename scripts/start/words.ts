import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { appidIn } from '../code/appid'
import { qrCode } from './lan'
import type { Layout } from './layout'
import { backendOf, type Addresses } from './parts'

const TOURIST = 'touristappid'

/** Where a watching build looks for a setting of the app, the last of them that has it counts. */
const APP_FILES = ['.env', '.env.local', '.env.development', '.env.development.local']

const settingIn = (files: readonly string[], name: string): string | undefined =>
  files
    .filter((file) => file !== '' && existsSync(file))
    .map((file) => parseEnv(readFileSync(file, 'utf8'))[name])
    .filter((value) => value !== undefined)
    .at(-1)

const serverSetting = (name: string): string | undefined =>
  process.env[name] ?? settingIn([process.env['ENV_FILE'] ?? 'server/.env'], name)

/** What to know when the AppID of the app and that of the server differ, or the simulator stands in for WeChat. */
const appidWords = (layout: Layout): string[] => {
  const appid = appidIn('.')
  if (typeof appid !== 'string') return [`Note: ${appid.fault}`]
  if (!layout.server) return []
  const ofServer = serverSetting('WECHAT_APPID') ?? TOURIST
  if (appid === ofServer) return []
  return [
    `Note: project.config.json has the AppID ${appid}, and the server has ${ofServer} (WECHAT_APPID in server/.env).`,
    layout.simulator && serverSetting('WECHAT_API_BASE') === undefined
      ? 'The preview signs in all the same. Codes of WeChat DevTools are real ones with an AppID of your own: for those, set WECHAT_API_BASE=https://api.weixin.qq.com, WECHAT_APPID and WECHAT_SECRET.'
      : 'WeChat refuses every sign-in until they are the same.',
  ]
}

/** What to know where the server has no WeChat to ask: its default is the simulator. */
const wechatWords = (layout: Layout): string[] =>
  layout.simulator || !layout.server || serverSetting('WECHAT_API_BASE') !== undefined
    ? []
    : [
        'Note: the server asks a simulator that is not here, and refuses every WeChat sign-in with 503. For the real WeChat write',
        'WECHAT_API_BASE=https://api.weixin.qq.com, WECHAT_APPID and WECHAT_SECRET into server/.env.',
      ]

/** Everything a person needs once all parts run, line by line. */
export const readyWords = (addresses: Addresses, layout: Layout): string[] => {
  const { ports, host } = addresses
  const backend = backendOf(addresses, layout) ?? settingIn(APP_FILES, 'TARO_APP_BAAS_HOST')
  return [
    '',
    ...(layout.simulator
      ? [
          'Ready. See it run in a browser:',
          `  preview    http://127.0.0.1:${ports.preview}`,
          'or open',
        ]
      : ['Ready. Open']),
    'this folder in WeChat DevTools (it shows dist/weapp):',
    `  ${resolve('.')}`,
    layout.server
      ? `  server     http://${host}:${ports.server}`
      : `  backend    ${backend ?? 'none'} (TARO_APP_BAAS_HOST; there is no server/ here)`,
    ...(layout.simulator ? [`  simulator  http://127.0.0.1:${ports.simulator}`] : []),
    ...(host === '127.0.0.1' ? [] : lanWords(backend ?? '')),
    ...appidWords(layout),
    ...wechatWords(layout),
    'Ctrl-C ends everything.',
  ]
}

const lanWords = (backend: string): string[] => [
  'A phone in the same network reaches the backend at this address. Open it on the phone once to see that it answers,',
  'then use "Preview" or "Remote debug" of WeChat DevTools with "Do not verify domains" on:',
  `  ${backend}`,
  qrCode(backend),
]
