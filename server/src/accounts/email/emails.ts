import type { Settings } from '../../settings/types'

/** An e-mail without its addressee. */
interface Email {
  readonly subject: string
  readonly text: string
}

type Addresses = Pick<Settings, 'publicUrl' | 'webAppUrl'>

const EXPIRY_ZH = '一小时内有效。如果不是你本人操作，请忽略这封邮件。'
const EXPIRY_EN = 'within an hour. If this was not you, ignore this message.'

/**
 * The e-mail that carries a code to verify an address. A code and no link does it: it counts only where the person is
 * signed in, so neither the mailbox nor the session alone verifies. The link leads to the page of the web build that
 * asks for the code, or to one that says where to type it.
 */
export const verificationEmail = ({ publicUrl, webAppUrl }: Addresses, code: string): Email => ({
  subject: '验证你的邮箱 · Verify your e-mail',
  text: [
    code,
    `这是你的邮箱验证码，请在登录后的应用里输入，${EXPIRY_ZH}`,
    `This code verifies your e-mail address. Type it in the app, where you are signed in, ${EXPIRY_EN}`,
    '',
    webAppUrl === null
      ? `${publicUrl}/ext/v1/email/verify/`
      : `${webAppUrl}/#/pages/web/verify/index`,
    '',
  ].join('\n'),
})

/** The e-mail that carries a code for a re-authentication. */
export const reauthenticationEmail = (code: string): Email => ({
  subject: '确认是你本人 · Confirm that it is you',
  text: [
    code,
    `这是确认身份的验证码，请在应用里输入，${EXPIRY_ZH}`,
    `This code confirms that it is you. Type it in the app ${EXPIRY_EN}`,
    '',
  ].join('\n'),
})

// The token stands behind the #, which browsers do not send: no log and no referrer has it.
const resetLink = ({ publicUrl, webAppUrl }: Addresses, token: string): string =>
  webAppUrl === null
    ? `${publicUrl}/ext/v1/email/reset/#${token}`
    : `${webAppUrl}/#/pages/web/reset/index?token=${token}`

/** The e-mail whose link resets a password: it opens the page of the web build, or the server's own where there is none. */
export const resetEmail = (addresses: Addresses, token: string): Email => ({
  subject: '重置密码 · Reset your password',
  text: [
    `请打开下面的链接重置密码，${EXPIRY_ZH}重置后，其他登录方式和设备都会退出。`,
    `Open this link to choose a new password, ${EXPIRY_EN} All other sign-in methods and devices end with it.`,
    '',
    resetLink(addresses, token),
    '',
  ].join('\n'),
})
