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

const mailOver = (settings: MailerSettings['mail']): Mailer['mail'] => {
  if (settings.kind === 'hook') return (mail) => post(settings, mail)
  let transport: ReturnType<typeof transportTo> | undefined
  return async (mail) => {
    transport ??= transportTo(settings.url)
    await (await transport).sendMail(messageOf(settings.from, mail))
  }
}

/**
 * The ways out that `settings` names: SMTP or a hook for mail, a hook for text messages. Mail to anything but an
 * address in its one form rejects: only that one names exactly one mailbox.
 */
export const openMailer = (settings: MailerSettings): Mailer => {
  const send = mailOver(settings.mail)
  return {
    mail: async (mail) => {
      if (canonicalEmail(mail.to) !== mail.to) {
        throw new Error('This is no address to send mail to.')
      }
      await send(mail)
    },
    sms: (sms) => post(settings.sms, sms),
  }
}
