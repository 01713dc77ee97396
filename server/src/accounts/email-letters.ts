import type { Settings } from '../settings/types'

/** What the link of a letter is for. */
export type Purpose = 'verify' | 'reset'

const LETTERS: Readonly<Record<Purpose, { subject: string; line: string }>> = {
  verify: {
    subject: '验证你的邮箱 · Verify your e-mail',
    line: '请打开下面的链接验证邮箱，一小时内有效。如果不是你本人操作，请忽略这封邮件。\nOpen this link within an hour to verify your e-mail address. If this was not you, ignore this message.',
  },
  reset: {
    subject: '重置密码 · Reset your password',
    line: '请打开下面的链接重置密码，一小时内有效。如果不是你本人操作，请忽略这封邮件。\nOpen this link within an hour to choose a new password. If this was not you, ignore this message.',
  },
}

type Addresses = Pick<Settings, 'publicUrl' | 'webAppUrl'>

// The token stands behind the #, which browsers keep to themselves: no log and no referrer sees it.
const linkTo = ({ publicUrl, webAppUrl }: Addresses, purpose: Purpose, token: string): string =>
  webAppUrl === null
    ? `${publicUrl}/ext/v1/email/${purpose}/#${token}`
    : `${webAppUrl}/#/pages/web/${purpose}/index?token=${token}`

/** The letter that carries a token: its link opens the page of the web build, or ours where no web build is served. */
export const letterWith = (
  addresses: Addresses,
  purpose: Purpose,
  token: string,
): { subject: string; text: string } => {
  const { subject, line } = LETTERS[purpose]
  return { subject, text: `${line}\n\n${linkTo(addresses, purpose, token)}\n` }
}
