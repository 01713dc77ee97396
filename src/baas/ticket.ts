import type { BaasError } from './errors'
import { fieldsOf } from './read'

/** Single-use proof that a WeChat identity was here a moment ago; spent instead of a new code. */
export interface LinkTicket {
  readonly value: string
  readonly expiresInSeconds: number
}

// Beside the error, not on it: anyone who prints an error must not print a ticket with it.
const tickets = new WeakMap<BaasError, LinkTicket>()

/** Keeps the link ticket of a 404 body, if the backend returns one (our extension; others do not). */
export const keepTicket = (error: BaasError, body: unknown): BaasError => {
  const { link_ticket: value, link_ticket_expires_in: expiresInSeconds } = fieldsOf(body)
  if (typeof value === 'string' && typeof expiresInSeconds === 'number') {
    tickets.set(error, { value, expiresInSeconds })
  }
  return error
}

/** The link ticket that came with this error; undefined where there was none. */
export const ticketOf = (error: BaasError): LinkTicket | undefined => tickets.get(error)
