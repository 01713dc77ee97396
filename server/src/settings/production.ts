import { isGuessableKey, isGuessableToken } from './entropy'
import { networkOf } from './network'
import { SIMULATOR_SECRET, type Settings } from './types'

type Fault = (sentence: string) => void

/** Lower case without separators: a default that was retyped is still that default. */
const plain = (text: string) => text.toLowerCase().replace(/[\W_]/g, '')

const isHttps = (url: string) => url.startsWith('https:')

const refuseAddresses = ({ wechat, publicUrl, webAppUrl }: Settings, fault: Fault): void => {
  const isPublic = (url: string) => isHttps(url) && networkOf(url) === 'public'
  if (!isPublic(wechat.apiBase)) {
    fault(
      'WECHAT_API_BASE is no real WeChat, which production needs: set it to https://api.weixin.qq.com.',
    )
  }
  if (!isPublic(publicUrl)) {
    fault('PUBLIC_URL has to be the https address people reach this server at: set it.')
  }
  if (webAppUrl !== null && !isPublic(webAppUrl)) {
    fault(
      'WEB_APP_URL carries links that set passwords: set it to the https address people reach the web build at.',
    )
  }
}

/** Whether this names one mailbox, with a name before it or without. */
const isSender = (from: string): boolean =>
  /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(/^[^<>]*<([^<>]+)>$/.exec(from)?.[1] ?? from)

/** Whether SMTP is encrypted, and the other side known, before a name or an e-mail is sent. */
const isSafeSmtp = (url: string): boolean => {
  if (networkOf(url) === 'this machine') return true
  const { protocol, searchParams } = new URL(url)
  const isEncrypted = protocol === 'smtps:' || searchParams.get('requireTLS') === 'true'
  // nodemailer reads numbers where it can, and of nothing a zero.
  const isOff = (value: string) => value === 'false' || Number(value) === 0
  return isEncrypted && !searchParams.getAll('tls.rejectUnauthorized').some(isOff)
}

const refuseMailer = ({ mailer: { mail, sms }, wechat }: Settings, fault: Fault): void => {
  const isSimulated = (url: string) =>
    networkOf(url) === 'this machine' || new URL(url).host === new URL(wechat.apiBase).host
  if (mail.kind === 'hook' || (sms.kind === 'hook' && isSimulated(sms.url))) {
    fault(
      "Mail and SMS would go to the simulator's outbox: set SMTP_URL and SMS_HOOK_URL to your own, or to off.",
    )
  }
  if (mail.kind === 'smtp' && !isSender(mail.from)) {
    fault(
      'MAIL_FROM is no address that mail servers take mail from: set it to one of your own, such as "Our App <no-reply@example.com>".',
    )
  }
  if (mail.kind === 'smtp' && !isSafeSmtp(mail.url)) {
    fault(
      'SMTP_URL sends mail without TLS or to a server it does not check: set it to smtps://…, or smtp://…?requireTLS=true.',
    )
  }
  if (sms.kind === 'hook' && !isSimulated(sms.url) && !isHttps(sms.url)) {
    fault('SMS_HOOK_URL sends codes and numbers unencrypted: set it to an https address.')
  }
}

const refuseTokens = (
  { wechat, mailer, push, metrics, humanCheck }: Settings,
  fault: Fault,
): void => {
  if (plain(wechat.secret) === plain(SIMULATOR_SECRET) || isGuessableToken(wechat.secret)) {
    fault('WECHAT_SECRET is a default or not random: set it to the AppSecret of your mini-program.')
  }
  const tokens = {
    METRICS_TOKEN: metrics.kind === 'bearer' ? metrics.token : null,
    SMS_HOOK_TOKEN: mailer.sms.kind === 'hook' ? mailer.sms.token : null,
    HUMAN_CHECK_TOKEN: humanCheck?.token ?? null,
    WECHAT_PUSH_TOKEN: push.kind === 'off' ? null : push.token,
  }
  for (const [name, token] of Object.entries(tokens)) {
    if (token !== null && isGuessableToken(token)) {
      fault(`${name} can be guessed: set it to what "openssl rand -hex 16" prints.`)
    }
  }
  if (push.kind === 'encrypted' && isGuessableKey(push.aesKey)) {
    fault(
      'WECHAT_PUSH_AES_KEY is not random: let the console of message push make a new one, and set it to that.',
    )
  }
}

/** Reports, one sentence each, what must not reach real people: defaults of development, and what can be guessed or read. */
export const refuseInProduction = (settings: Settings, fault: Fault): void => {
  const { wechat, clientId } = settings
  refuseAddresses(settings, fault)
  if (plain(wechat.appid) === 'touristappid') {
    fault('WECHAT_APPID is the tourist one: set it to the AppID of your mini-program.')
  }
  if (plain(clientId) === 'starterdev') {
    fault('BAAS_CLIENT_ID is the development one: set it to an ID of your own.')
  }
  refuseMailer(settings, fault)
  refuseTokens(settings, fault)
  if (settings.humanCheck !== null && !isHttps(settings.humanCheck.url)) {
    fault('HUMAN_CHECK_URL decides who gets text messages: set it to an https address.')
  }
}
