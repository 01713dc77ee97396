import { SIMULATOR_SECRET, type Settings } from './types'

const LOOPBACK = /^https?:\/\/(localhost|127\.|\[::1\])/

/** Tells, one sentence each, the development defaults that must not reach real people. */
export const refuseInProduction = (settings: Settings, fault: (sentence: string) => void): void => {
  const { wechat, keys, outbox, publicUrl, webAppUrl } = settings
  if (LOOPBACK.test(wechat.apiBase) || !wechat.apiBase.startsWith('https:'))
    fault(
      'WECHAT_API_BASE is no real WeChat, which production needs: set it to https://api.weixin.qq.com.',
    )
  if (wechat.appid === 'touristappid')
    fault('WECHAT_APPID is the tourist one: set it to the AppID of your mini-program.')
  if (wechat.secret === SIMULATOR_SECRET || wechat.secret.length < 16)
    fault('WECHAT_SECRET is a default: set it to the AppSecret of your mini-program.')
  if (keys.origin === 'development')
    fault(
      'DATA_KEYS and INDEX_KEY are development defaults: set both, with keys made by "openssl rand -base64 32".',
    )
  if (settings.clientId === 'starter-dev')
    fault('BAAS_CLIENT_ID is the development one: set it to an ID of your own.')
  const isSimulated = (url: string) => LOOPBACK.test(url) || url.startsWith(wechat.apiBase)
  if (outbox.mail.kind === 'hook' || isSimulated(outbox.sms.url))
    fault(
      "Mail and SMS would go to the simulator's outbox: set SMTP_URL and SMS_HOOK_URL to your own.",
    )
  if (settings.humanCheck !== null && !settings.humanCheck.url.startsWith('https:'))
    fault('HUMAN_CHECK_URL decides who gets text messages: set it to an https address.')
  if (!publicUrl.startsWith('https:'))
    fault('PUBLIC_URL has to be the https address people reach this server at: set it.')
  if (webAppUrl !== null && !webAppUrl.startsWith('https:'))
    fault('WEB_APP_URL carries links that set passwords: set it to an https address.')
}
