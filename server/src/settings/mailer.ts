import type { FieldReader } from './fields'
import type { MailerSettings } from './types'

/**
 * How mail and text messages leave. Without settings of your own they land in the outbox of the simulator at `apiBase`,
 * where anyone can read them; `off` sends none.
 */
export const mailerFrom = (read: FieldReader, apiBase: string): MailerSettings => {
  const mail = (): MailerSettings['mail'] => {
    const url = read.optional('SMTP_URL')
    if (url === null) return { kind: 'hook', url: `${apiBase}/control/outbox/mail`, token: null }
    if (url === 'off') return { kind: 'off' }
    if (!/^smtps?:\/\//.test(url)) {
      read.fault('SMTP_URL is no mail server: set it to smtps://user:password@host:465, or to off.')
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
