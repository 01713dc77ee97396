import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { appidIn } from '../code/appid'
import { qrCode } from './lan'
import type { Layout } from './layout'
import { backendOf, type Addresses } from './parts'

const TOURIST = 'touristappid'

const settingIn = (file: string, name: string): string | undefined => {
  try {
    return new RegExp(`^${name}=(.*)$`, 'm').exec(readFileSync(file, 'utf8'))?.[1]?.trim()
  } catch {
    return undefined
  }
}

/** What to know when the AppID of the app and that of the server differ, or the simulator stands in for WeChat. */
const appidWords = (layout: Layout): string[] => {
  const appid = appidIn('.')
  if (typeof appid !== 'string') return [`Note: ${appid.fault}`]
  if (!layout.server) return []
  const ofServer =
    process.env['WECHAT_APPID'] ?? settingIn('server/.env', 'WECHAT_APPID') ?? TOURIST
  if (appid === ofServer) return []
  return [
    `Note: project.config.json has the AppID ${appid}, and the server has ${ofServer} (WECHAT_APPID in server/.env).`,
    layout.simulator && process.env['WECHAT_API_BASE'] === undefined
      ? 'The preview signs in all the same. Codes of WeChat DevTools are real ones with an AppID of your own: for those, set WECHAT_API_BASE=https://api.weixin.qq.com, WECHAT_APPID and WECHAT_SECRET.'
      : 'WeChat refuses every sign-in until they are the same.',
  ]
}

/** Everything a person needs once all parts run, line by line. */
export const readyWords = (addresses: Addresses, layout: Layout): string[] => {
  const { ports, host } = addresses
  const backend = backendOf(addresses, layout) ?? settingIn('.env', 'TARO_APP_BAAS_HOST')
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
    'Ctrl-C ends everything.',
  ]
}

const lanWords = (backend: string): string[] => [
  'A phone in the same network reaches the backend at this address. Open it on the phone once to see that it answers,',
  'then use "Preview" or "Remote debug" of WeChat DevTools with "Do not verify domains" on:',
  `  ${backend}`,
  qrCode(backend),
]
