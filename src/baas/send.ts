import type { Clock } from './clock'
import { BaasError, CODE } from './errors'
import { fieldsOf, textOf } from './read'
import { keepTicket } from './ticket'
import type { HttpRequest, HttpResponse, Signal, Transport } from './transport'
import { answerOf, TIMEOUT_MS } from './with-timeout'

export interface Call {
  method: HttpRequest['method']
  /** Begins and ends with a slash. */
  path: string
  body?: Readonly<Record<string, unknown>>
  /** Whose call it is: `member` calls need a session and wait for it, `anyone` calls go out at once. */
  as: 'member' | 'anyone'
  /** The session the call is made in; without one it is sent anonymously. */
  token?: string
  /** Whether X-Device-ID names the device: the server distinguishes one that has signed in before from one that guesses. */
  namesDevice?: boolean
  /** That of a re-authentication just made. */
  reauthentication?: string
  /** Milliseconds; 8 s by default. */
  timeoutMs?: number
  signal?: Signal
}

/** Makes one call; resolves to the answer of any 2xx, rejects with BaasError otherwise. Never tries twice by itself. */
export type Send = (call: Call) => Promise<HttpResponse>

type Body = NonNullable<Call['body']>

/** Writes as the member. */
export const post = (send: Send, path: string, body: Body = {}): Promise<HttpResponse> =>
  send({ method: 'POST', path, body, as: 'member' })

/** Changes as the member. */
export const put = (send: Send, path: string, body: Body): Promise<HttpResponse> =>
  send({ method: 'PUT', path, body, as: 'member' })

/**
 * PUTs `body`; rejects with the code that `names` has for a refusal, as documented for this call, and with the
 * server's message (docs/protocol.md 9.11).
 */
export const putNaming = (
  send: Send,
  path: string,
  body: Readonly<Record<string, unknown>>,
  names: Readonly<Record<number, number>>,
): Promise<HttpResponse> =>
  put(send, path, body).catch((error: unknown) => {
    const name = error instanceof BaasError ? names[error.code] : undefined
    if (!(error instanceof BaasError) || name === undefined) throw error
    const { status, serverMessage, errorCode } = error
    throw new BaasError(name, { status, serverMessage, errorCode, cause: error })
  })

/** Writes as anyone: with the session if there is one, without waiting for it. Names the device. */
export const postAsAnyone = (send: Send, path: string, body: Body): Promise<HttpResponse> =>
  send({ method: 'POST', path, body, as: 'anyone', namesDevice: true })

export interface SendOptions {
  /** Origin of the backend, without a trailing slash. */
  host: string
  clientId: string
  /** Sent as X-Hydrogen-Client-Platform. */
  platform: 'WECHAT' | 'WEB'
  /** Sent as X-Hydrogen-Env-ID, for projects with several data environments. */
  envId?: string
  /** The id this device is known by; without it no call names the device. */
  deviceId?: () => string
  transport: Transport
  clock: Clock
}

/** The version of the protocol we speak: that of the SDK we are compared with. */
const CLIENT_VERSION = 'v3.23.6'

/** The request half of the wx.BaaS protocol: its headers, and which answers are errors (docs/protocol.md 2.1, 2.3). */
export const createSend = ({ transport, clock, deviceId, ...identity }: SendOptions): Send => {
  const standing: Readonly<Record<string, string>> = {
    'Content-Type': 'application/json',
    'X-Hydrogen-Client-ID': identity.clientId,
    'X-Hydrogen-Client-Version': CLIENT_VERSION,
    'X-Hydrogen-Client-Platform': identity.platform,
    'X-Hydrogen-Client-SDK-Type': 'starter',
    ...(identity.envId && { 'X-Hydrogen-Env-ID': identity.envId }),
  }

  return async ({
    method,
    path,
    body = {},
    token,
    namesDevice,
    reauthentication,
    timeoutMs = TIMEOUT_MS,
    signal,
  }) => {
    const request: HttpRequest = {
      method,
      url: identity.host + path,
      headers: {
        ...standing,
        ...(token && { Authorization: `Hydrogen-r1 ${token}` }),
        ...(namesDevice && deviceId && { 'X-Device-ID': deviceId() }),
        ...(reauthentication && { 'X-Reauthentication': reauthentication }),
      },
      timeoutMs,
      ...(method === 'GET' ? {} : { body }),
    }
    return read(await answerOf(() => transport(request), clock, { timeoutMs, signal }))
  }
}

/**
 * The answer of a 2xx; throws BaasError for any other. Only a body of the protocol is an answer: what a gateway, a
 * proxy or the page of a captive portal says is 502, whatever its status, so that nothing is concluded from it.
 */
const read = (answer: HttpResponse): HttpResponse => {
  const { status, body } = answer
  const isSuccess = status >= 200 && status < 300
  if (isSuccess && (status === 204 || isJson(body))) return answer
  const { error_msg: errorMsg, message, error_code: code, status: state } = fieldsOf(body)
  const serverMessage = textOf(errorMsg) || textOf(message)
  const errorCode = textOf(code)
  const isOfProtocol = Boolean(textOf(errorMsg) || errorCode) || state === 'error'
  // A gateway's 429 and 5xx mean what the backend's mean: later.
  const isDefinite = status < 500 && status !== 429
  if (isDefinite && !isOfProtocol) {
    throw new BaasError(CODE.badReply, { serverMessage, cause: { status } })
  }
  throw keepTicket(new BaasError(status, { status, serverMessage, errorCode }), body)
}

const isJson = (body: unknown): boolean => typeof body === 'object' && body !== null
