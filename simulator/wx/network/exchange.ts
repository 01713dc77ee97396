import { WxFailure } from '../call'
import { addLatest } from '../latest'
import type { Background } from './background'
import type { InFlight } from './in-flight'
import type { Network, WireRequest, WireResponse } from './network'
import type { WxPorts } from '../ports'

/** What all exchanges of one launch share. */
export interface Wire {
  inFlight: InFlight
  background: Background
  /** The latest exchanges, the time they waited for their turn included. */
  spans: Span[]
}

/** How an exchange ended: with an answer, or without one, because of the app itself or of anything else. */
export type Ending = Pick<WireResponse, 'status' | 'body'> | 'aborted' | 'failed'

/** One exchange that is over; times in milliseconds on the phone's clock. */
export interface Span {
  from: number
  to: number
  url: string
  ending: Ending
}

/** One exchange in progress. */
export interface Exchange {
  response: Promise<WireResponse>
  abort: () => void
}

/** How many exchanges are remembered, with their answers: for an audit the latest are enough. */
const KEPT = 300

/** WeChat's default for request, uploadFile and downloadFile, where neither the call nor app.json says another (docs/wechat.md 7.2). */
const DEFAULT_TIMEOUT_MS = 60_000

/** errno of a network failure below HTTP, and of a timeout (WeChat's table of general error codes). */
export const ERRNO = { network: 600001, timeout: 5 }

const NETWORK_CODES: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, 'errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED'],
  [
    /INTERNET_DISCONNECTED/,
    'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED',
  ],
  [
    /ENOTFOUND|EAI_AGAIN/,
    'errcode:-105 cronet_error_code:-105 error_msg:net::ERR_NAME_NOT_RESOLVED',
  ],
]

const LOST = 'errcode:-100 cronet_error_code:-100 error_msg:net::ERR_CONNECTION_CLOSED'

const networkFailure = (error: unknown) => {
  const { cause } = error as { cause?: { code?: string } }
  const text = `${String(error)} ${cause?.code ?? ''}`
  const known = NETWORK_CODES.find(([pattern]) => pattern.test(text))
  return new WxFailure(known?.[1] ?? LOST, ERRNO.network)
}

/** Refuses, as WeChat's own calls do, while the phone is offline. */
export const requireNetwork = (network: Network) => {
  if (network.type() === 'none') throw networkFailure(new Error('INTERNET_DISCONNECTED'))
}

/** Starts an exchange; what refuses it before it starts is how it fails. */
export const startExchange = (start: () => Exchange): Exchange => {
  try {
    return start()
  } catch (refusal) {
    return { response: Promise.reject(refusal as Error), abort: () => undefined }
  }
}

/**
 * Sends one exchange through the limit of ten at once, with WeChat's timeout, abort and interruption in the
 * background. Any status resolves; only what is below HTTP rejects, worded as Android's network layer words it.
 */
export const createExchanges = (
  { network, loop, clock, timeoutOf }: WxPorts,
  { inFlight, background, spans }: Wire,
) => {
  return (
    kind: Parameters<typeof timeoutOf>[0],
    request: Omit<WireRequest, 'signal'>,
    timeout: number | null | undefined,
  ): Exchange => {
    const timeoutMs = timeout ?? timeoutOf(kind) ?? DEFAULT_TIMEOUT_MS
    const controller = new AbortController()
    const from = clock.now()
    const stop = (failure: WxFailure) => controller.abort(failure)
    const cancelTimeout = loop.after(timeoutMs, 'timeout', () =>
      stop(new WxFailure('timeout', ERRNO.timeout)),
    )
    const untrack = background.track(() => stop(new WxFailure('interrupted')))
    const stopped = new Promise<never>((_resolve, reject) => {
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason))
    })
    const send = async () => {
      if (!/^https?:\/\/./.test(request.url)) throw new WxFailure(`invalid url "${request.url}"`)
      controller.signal.throwIfAborted()
      try {
        return await network.send({ ...request, signal: controller.signal })
      } catch (error) {
        throw networkFailure(error)
      }
    }
    let without: 'aborted' | 'failed' = 'failed'
    const over = (ending: Ending) => {
      cancelTimeout()
      untrack()
      addLatest(spans, { from, to: clock.now(), url: request.url, ending }, KEPT)
    }
    const answered = Promise.race([inFlight.enter(send), stopped]).then(
      (response) => {
        over(response)
        return response
      },
      (error: unknown) => {
        over(without)
        throw error
      },
    )
    return {
      response: answered,
      abort: () => {
        without = 'aborted'
        stop(new WxFailure('abort'))
      },
    }
  }
}
