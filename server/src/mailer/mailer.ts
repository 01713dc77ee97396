import { OperatorError } from '../operator-error'
import { canonicalEmail } from '../security/email-address'
import { postToHook } from '../security/post-to-hook'
import type { Hook, MailerSettings } from '../settings/types'
import { messageOf, type Mail } from './message'

/** A text message. */
interface Sms {
  readonly to: string
  readonly text: string
}

/** How messages leave the server. Both reject when the message was not taken. */
export interface Mailer {
  readonly mail: (mail: Mail) => Promise<void>
  readonly sms: (sms: Sms) => Promise<void>
}

const TIMEOUT_MS = 5_000

const post = async (hook: Hook, message: Mail | Sms): Promise<void> => {
  const { ok, status } = await postToHook(hook, message)
  const kind = 'subject' in message ? 'mail' : 'text messages'
  if (!ok) {
    throw new OperatorError(
      `The hook for ${kind} answered ${status}: look into it, and check its address and token.`,
    )
  }
}

const transportTo = async (url: string) => {
  // Imported on demand: a server with a hook for its mail does not hold it in memory.
  const { createTransport } = await import('nodemailer')
  return createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    // Anti-virus and grey-listing make servers slow to say yes; nodemailer's own ten minutes are too patient.
    socketTimeout: 6 * TIMEOUT_MS,
  })
}

const OFF = {
  mail: 'SMTP_URL is off: no e-mail is sent, and requests for one are answered with 503 mail_not_sent.',
  sms: 'SMS_HOOK_URL is off: no text message is sent, and requests for one are answered with 503 sms_not_sent.',
} as const

/** What the operator reads at start: a sentence for each way out that is off. */
export const offReport = ({ mail, sms }: MailerSettings): readonly string[] => [
  ...(mail.kind === 'off' ? [OFF.mail] : []),
  ...(sms.kind === 'off' ? [OFF.sms] : []),
]

const mailOver = (settings: MailerSettings['mail']): Mailer['mail'] => {
  if (settings.kind === 'off') return () => Promise.reject(new OperatorError(OFF.mail))
  if (settings.kind === 'hook') return (mail) => post(settings, mail)
  let transport: ReturnType<typeof transportTo> | undefined
  return async (mail) => {
    transport ??= transportTo(settings.url)
    await (await transport).sendMail(messageOf(settings.from, mail))
  }
}

const smsOver = (settings: MailerSettings['sms']): Mailer['sms'] =>
  settings.kind === 'off'
    ? () => Promise.reject(new OperatorError(OFF.sms))
    : (sms) => post(settings, sms)

/**
 * The ways out that `settings` names: SMTP or a hook for mail, a hook for text messages. Mail to anything but an
 * address in its one form rejects: only that one names exactly one mailbox. So does whatever would leave by a way that
 * is off.
 */
export const createMailer = (settings: MailerSettings): Mailer => {
  const send = mailOver(settings.mail)
  return {
    mail: async (mail) => {
      if (canonicalEmail(mail.to) !== mail.to) {
        throw new Error('This is no address to send mail to.')
      }
      await send(mail)
    },
    sms: smsOver(settings.sms),
  }
}
