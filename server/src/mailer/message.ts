import type { SendMailOptions } from 'nodemailer'

/** An e-mail, in plain text. */
export interface Mail {
  /** An address in its one form, see `canonicalEmail`. */
  readonly to: string
  readonly subject: string
  readonly text: string
}

/**
 * An e-mail as nodemailer takes it. The address is an object: text would be parsed as a list of addresses with names,
 * groups and comments.
 */
export const messageOf = (from: string, { to, subject, text }: Mail): SendMailOptions => ({
  from,
  to: { address: to, name: '' },
  subject,
  text,
})
