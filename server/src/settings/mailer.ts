import type { FieldReader } from './fields'
import type { MailerSettings } from './types'

const isMailServer = (url: string): boolean =>
  /^smtps?:\/\//.test(url) && URL.canParse(url) && new URL(url).hostname !== ''

/**
 * How mail and text messages leave. Without settings of your own they land in the outbox of the simulator at `apiBase`,
 * where anyone can read them; `off` sends none.
 */
export const mailerFrom = (read: FieldReader, apiBase: string): MailerSettings => {
  const mail = (): MailerSettings['mail'] => {
    const url = read.optional('SMTP_URL')
    if (url === null) return { kind: 'hook', url: `${apiBase}/control/outbox/mail`, token: null }
    if (url === 'off') return { kind: 'off' }
    if (!isMailServer(url)) {
      read.fault(
        'SMTP_URL is no mail server: set it to smtps://user:password@host:465, with #, / and ? in the password as %23, %2F and %3F, or to off.',
      )
      return { kind: 'off' }
    }
    return { kind: 'smtp', url, from: read.text('MAIL_FROM', 'no-reply@localhost') }
  }
  const sms = (): MailerSettings['sms'] => {
    if (read.optional('SMS_HOOK_URL') === 'off') return { kind: 'off' }
    const url = read.httpUrl('SMS_HOOK_URL', `${apiBase}/control/outbox/sms`)
    return { kind: 'hook', url, token: read.optional('SMS_HOOK_TOKEN') }
  }
  return { mail: mail(), sms: sms() }
}
