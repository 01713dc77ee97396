import { TransportError } from './transport'

/** The part of the wx.BaaS code table that is not an HTTP status (wire contract 5). */
export const CODE = {
  networkDisconnected: 600,
  requestTimeout: 601,
  badReply: 502,
} as const

/**
 * Any failed call of the backend. `code` is the HTTP status, or a 600–617 code of wx.BaaS;
 * `serverMessage` is for developers, never for the screen.
 */
export class BaasError extends Error {
  override readonly name = 'BaasError'

  constructor(
    readonly code: number,
    readonly serverMessage = '',
    options?: ErrorOptions,
  ) {
    super(serverMessage === '' ? `wx.BaaS error ${code}` : `${code}: ${serverMessage}`, options)
  }
}

/** Gives every way a request can end without an answer its wx.BaaS code. */
export function unansweredError(cause: unknown): BaasError {
  const timedOut = cause instanceof TransportError && cause.kind === 'timeout'
  return new BaasError(timedOut ? CODE.requestTimeout : CODE.networkDisconnected, '', { cause })
}

/** The error for a non-2xx answer; the message is `error_msg` or `message` (wire contract 0). */
export function answeredError(status: number, body: unknown): BaasError {
  return new BaasError(status, messageIn(body))
}

function messageIn(body: unknown): string {
  if (typeof body !== 'object' || body === null) return ''
  const { error_msg: errorMsg, message } = body as { error_msg?: unknown; message?: unknown }
  if (typeof errorMsg === 'string') return errorMsg
  return typeof message === 'string' ? message : ''
}
