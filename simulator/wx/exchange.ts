import { WxFailure } from './call'
import type { Background } from './background'
import type { InFlight } from './in-flight'
import type { Network, WireRequest, WireResponse } from './network'
import type { WxPorts } from './ports'

/** What all exchanges of one launch share. */
export interface Wire {
  inFlight: InFlight
  background: Background
  /** Everything that was exchanged, waiting for its turn included. */
  spans: Span[]
}

/** When something began and ended, in milliseconds on the phone's clock. */
export interface Span {
  from: number
  to: number
}

/** One exchange in progress. */
export interface Exchange {
  response: Promise<WireResponse>
  abort(): void
}

/** WeChat's default for request, uploadFile and downloadFile (WeChat rules 1.7, Network). */
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

/**
 * Sends one exchange through the gate of ten, with WeChat's timeout, abort and interruption in the background. Any status resolves;
 * only what is below HTTP rejects, worded as Android's network layer words it.
 */
export const createExchanges = (
  { network, loop, clock }: WxPorts,
  { inFlight, background, spans }: Wire,
) => {
  return (request: Omit<WireRequest, 'signal'>, timeoutMs = DEFAULT_TIMEOUT_MS): Exchange => {
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
    return {
      response: Promise.race([inFlight.enter(send), stopped]).finally(() => {
        cancelTimeout()
        untrack()
        spans.push({ from, to: clock.now() })
      }),
      abort: () => stop(new WxFailure('abort')),
    }
  }
}
