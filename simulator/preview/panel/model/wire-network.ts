import type { Network, NetworkType, WireRequest, WireResponse } from '../../../wx/network/network'
import type { WireAnswerHead, WireHead } from '../../server/wire'
import { redactBody, redactUrl } from './redact'
import type { Settings } from './settings'

/** One exchange as the panel shows it; nothing secret is kept. */
export interface WireEntry {
  id: number
  method: string
  url: string
  /** HTTP status; `pending`, `lost` without an answer, `aborted` by the phone. */
  outcome: number | 'pending' | 'lost' | 'aborted'
  /** Milliseconds since 1970, on the machine's clock. */
  startedAt: number
  durationMs: number
  request: string
  response: string
}

type Speed = Settings['network']

/** The phone's network, through the preview server. Its speed can be set, and it keeps a log. */
export interface Wire {
  /** Returns the network of the next launch; those of earlier launches report no more changes. */
  connect: () => Network
  /** Sets the speed, also for requests of launches before. */
  setSpeed: (speed: Speed) => void
  /** The latest exchanges, oldest first. */
  readonly log: readonly WireEntry[]
  /** Empties the log. */
  clear: () => void
}

/** What a slow network adds to each exchange, in milliseconds. */
const SLOW_MS = 3000
const LOG_LIMIT = 200

const TYPES: Readonly<Record<Speed, NetworkType>> = { online: 'wifi', slow: '2g', offline: 'none' }

const later = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(new DOMException('aborted', 'AbortError'))
    })
  })

// The FormData of a phone may be another frame's.
const isForm = (body: WireRequest['body']): body is FormData =>
  Object.prototype.toString.call(body) === '[object FormData]'

const exchange = async ({
  url,
  method,
  headers,
  body,
  signal,
}: WireRequest): Promise<WireResponse> => {
  const head: WireHead = { url, method, headers: { ...headers } }
  const answer = await fetch('/wire', {
    method: 'POST',
    headers: {
      'x-wire': encodeURIComponent(JSON.stringify(head)),
      // The browser itself writes that of a form, with its boundary; WebKit reads no form with a file any other way.
      ...(!isForm(body) && { 'content-type': 'application/octet-stream' }),
    },
    body: body === undefined || ['GET', 'HEAD'].includes(method) ? null : body,
    signal,
  })
  if (!answer.ok) {
    const { code = 'ECONNRESET' } = (await answer.json()) as { code?: string }
    throw new Error(`net::${code}`)
  }
  const back = JSON.parse(
    decodeURIComponent(answer.headers.get('x-wire') ?? '%7B%7D'),
  ) as WireAnswerHead
  return { ...back, body: await answer.arrayBuffer() }
}

/** Creates the network of the phone in the preview; `onChange` is called for every change of the log. */
export const createWire = (speed: Speed, onChange: () => void): Wire => {
  let listeners: readonly ((type: NetworkType) => void)[] = []
  let log: readonly WireEntry[] = []
  let current = speed
  let last = 0

  const note = (entry: WireEntry) => {
    const known = log.some(({ id }) => id === entry.id)
    log = known ? log.map((old) => (old.id === entry.id ? entry : old)) : [...log, entry]
    log = log.slice(-LOG_LIMIT)
    onChange()
  }

  const send = async (request: WireRequest): Promise<WireResponse> => {
    const started = performance.now()
    const entry: WireEntry = {
      id: (last += 1),
      method: request.method,
      url: redactUrl(request.url),
      outcome: 'pending',
      startedAt: Date.now(),
      durationMs: 0,
      request: typeof request.body === 'string' ? redactBody(request.body) : '',
      response: '',
    }
    const end = (outcome: WireEntry['outcome'], response: string) =>
      note({ ...entry, outcome, response, durationMs: Math.round(performance.now() - started) })
    note(entry)
    try {
      if (current === 'offline') throw new Error('net::ERR_INTERNET_DISCONNECTED')
      if (current === 'slow') await later(SLOW_MS, request.signal)
      const response = await exchange(request)
      end(response.status, redactBody(new TextDecoder().decode(response.body)))
      return response
    } catch (error) {
      end(request.signal.aborted ? 'aborted' : 'lost', '')
      throw error
    }
  }

  return {
    connect: () => {
      listeners = []
      return {
        send,
        type: () => TYPES[current],
        onChange: (listener) => {
          listeners = [...listeners, listener]
        },
      }
    },
    setSpeed: (wanted) => {
      const before = TYPES[current]
      current = wanted
      if (TYPES[wanted] === before) return
      for (const listener of listeners) listener(TYPES[wanted])
    },
    get log() {
      return log
    },
    clear: () => {
      log = []
      onChange()
    },
  }
}
