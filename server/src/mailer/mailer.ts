import { OperatorError } from '../operator-error'
import { canonicalEmail } from '../security/email-address'
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
  const response = await fetch(hook.url, {
    method: 'POST',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    // A POST that is redirected becomes a GET without its message, or is sent to an address that no one has set.
    redirect: 'error',
    headers: {
      'content-type': 'application/json',
      ...(hook.token !== null && { authorization: `Bearer ${hook.token}` }),
    },
    body: JSON.stringify(message),
  })
  // The body is not read for its text: a gateway might quote the message in it.
  await response.body?.cancel()
  if (!response.ok)
    throw new OperatorError(
      `The hook for ${'subject' in message ? 'mail' : 'text messages'} answered ${response.status}: look into it, and check its address and token.`,
    )
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
      if (canonicalEmail(mail.to) !== mail.to)
        throw new Error('This is no address to send mail to.')
      await send(mail)
    },
    sms: (sms) => post(settings.sms, sms),
  }
}
