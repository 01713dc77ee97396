import type { Device } from '../phone/device'
import type { Registration } from '../ports'

/** The user agent of a phone, up to WeChat's own part. Ours: WeChat publishes none; as seen in servers' logs. */
const ENGINES: Readonly<Record<Device['platform'], (device: Device) => string>> = {
  ios: ({ system }) =>
    `Mozilla/5.0 (iPhone; CPU iPhone OS ${system.replace(/[^\d.]/g, '').replace('.', '_')} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148`,
  android: ({ system, model }) =>
    `Mozilla/5.0 (Linux; ${system}; ${model} wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36`,
  devtools: () =>
    'Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 wechatdevtools/1.06.2409140',
  windows: () =>
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.0.0 Safari/537.36',
  mac: () =>
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)',
  ohos: () =>
    'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile',
  ohos_pc: () =>
    'Mozilla/5.0 (PC; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1',
}

/** How WeChat names the kind of phone at the end; iOS has no such part. */
const ENVIRONMENTS: Partial<Record<Device['platform'], string>> = {
  android: ' MiniProgramEnv/android',
  windows: ' MiniProgramEnv/Windows WindowsWechat/WMPF',
  mac: ' MiniProgramEnv/Mac MacWechat/WMPF',
  ohos: ' MiniProgramEnv/ohos',
  ohos_pc: ' MiniProgramEnv/ohos_pc',
}

/** The version in WeChat's Referer: DevTools by name, 0 for what is not released (docs/wechat.md 7.2). */
const versionIn = ({ platform }: Device) => (platform === 'devtools' ? 'devtools' : '0')

/** The headers that WeChat sets itself on every request, whatever the mini-program asks for. */
export const identityHeaders = (
  device: Device,
  { appid }: Pick<Registration, 'appid'>,
): Readonly<Record<string, string>> => {
  const { platform, wechatVersion, language } = device
  const wechat = `MicroMessenger/${wechatVersion} NetType/WIFI Language/${language}`
  return {
    'user-agent': `${ENGINES[platform](device)} ${wechat}${ENVIRONMENTS[platform] ?? ''}`,
    referer: `https://servicewechat.com/${appid}/${versionIn(device)}/page-frame.html`,
  }
}

/** The headers of a mini-program that reach the wire: WeChat keeps these to itself. */
export const withoutIdentity = (
  header: Readonly<Record<string, unknown>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(header)
      .filter(([name]) => !['referer', 'user-agent'].includes(name.toLowerCase()))
      .map(([name, value]) => [name, String(value)]),
  )
