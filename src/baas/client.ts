import { answeredError, unansweredError } from './errors'
import type { HttpRequest, Transport } from './transport'

const TIMEOUT_MS = 8_000

export interface ClientOptions {
  /** Origin of the backend, without a trailing slash. */
  host: string
  clientId: string
  /** Sent as X-Hydrogen-Client-Platform. */
  platform: 'WECHAT' | 'WEB'
  transport: Transport
}

export interface Call {
  method: HttpRequest['method']
  /** Begins and ends with a slash. */
  path: string
  body?: Readonly<Record<string, unknown>>
  /** The session the call is made in; without one it is sent anonymously. */
  token?: string
}

/** Makes one call; gives the reply's body of any 2xx, rejects with BaasError otherwise. */
export type Send = (call: Call) => Promise<unknown>

/** The request half of the wx.BaaS protocol: its headers, and which answers are errors (wire contract 0). */
export function createSend({ host, clientId, platform, transport }: ClientOptions): Send {
  return async ({ method, path, body, token }) => {
    const headers: Record<string, string> = {
      'X-Hydrogen-Client-ID': clientId,
      'X-Hydrogen-Client-Platform': platform,
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `Hydrogen-r1 ${token}` }),
    }
    const request: HttpRequest = {
      method,
      url: host + path,
      headers,
      timeoutMs: TIMEOUT_MS,
      ...(body === undefined ? {} : { body }),
    }
    const response = await transport(request).catch((cause: unknown) => {
      throw unansweredError(cause)
    })
    if (response.status >= 200 && response.status < 300) return response.body
    throw answeredError(response.status, response.body)
  }
}
