import { isIP } from 'node:net'
import { found, ok, type Check, type Finding } from '../finding'

const CONSOLE = 'mp.weixin.qq.com, 开发管理 > 开发设置 > 服务器域名'

/** What WeChat wants of a host that phones reach (docs/wechat.md 7.3). */
const faultOf = ({ protocol, port, hostname }: URL): string | undefined => {
  if (protocol !== 'https:') return 'is not https'
  if (port !== '') return `has a port (${port}), which has to be entered with the domain`
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || hostname === 'localhost') {
    return 'is no domain'
  }
  return undefined
}

const domains = ({ origin, hostname }: URL): Finding => ({
  weight: 'ok',
  sentence: `Enter ${origin} as request, uploadFile and downloadFile domain (request 合法域名, uploadFile 合法域名, downloadFile 合法域名) at ${CONSOLE}; ${hostname} needs an ICP filing (备案).`,
})

/** Where the app calls: https, a domain, on WeChat's lists. */
export const hosts: Check = {
  name: 'hosts',
  run: ({ env, settingsFaults }) => {
    const faults = settingsFaults.map((sentence) =>
      found('error', sentence, 'Mend it in .env; each setting is explained there.'),
    )
    const host = env['TARO_APP_BAAS_HOST'] ?? ''
    if (!URL.canParse(host)) return faults.length > 0 ? faults : [ok('There is no backend yet.')]
    const url = new URL(host)
    const fault = faultOf(url)
    return [
      ...faults,
      fault === undefined
        ? domains(url)
        : found(
            'beforeUpload',
            `TARO_APP_BAAS_HOST ${host} ${fault}: phones do not reach it.`,
            'Set it in .env.production to the https address of your server, a domain without a port.',
          ),
    ]
  },
}
