import { openBrowserLine, type Line, type OpenLine } from './socket/line'

/** One exchange on the wire, as the phone sends it. */
export interface WireRequest {
  url: string
  method: string
  headers: Readonly<Record<string, string>>
  body: string | ArrayBuffer | FormData | undefined
  signal: AbortSignal
}

/** What came back, whatever its status. */
export interface WireResponse {
  status: number
  headers: Readonly<Record<string, string>>
  cookies: readonly string[]
  body: ArrayBuffer
}

/** The phone's way to the network. `state` is what getNetworkType reports. */
export interface Network {
  send: (request: WireRequest) => Promise<WireResponse>
  /** Opens a connection by WebSocket. A network without it refuses them all. */
  connect?: OpenLine
  type: () => NetworkType
  /** Reports every change of the type. */
  onChange: (listener: (type: NetworkType) => void) => void
}

/** WeChat's network types, the common ones. */
export type NetworkType = 'wifi' | '5g' | '4g' | '3g' | '2g' | 'none'

/** A network that a test or a person can switch. */
export interface SwitchableNetwork extends Network {
  switchTo: (type: NetworkType) => void
  /** Requests whose URL contains this fail without an answer; null fails none. */
  losing: string | null
}

const mapHost = (url: string, hosts: Readonly<Record<string, string>>) => {
  const parsed = new URL(url)
  const mapped = hosts[parsed.host]
  if (mapped !== undefined) parsed.host = mapped
  return parsed
}

/**
 * A network over `fetch`. `hosts` maps `host:port` to another one, like a hosts file, so that a bundle built for
 * one address talks to a server on a free port; `openLine` opens connections by WebSocket. With type `none`
 * nothing gets through.
 */
export const createNetwork = (
  hosts: Readonly<Record<string, string>> = {},
  openLine: OpenLine = openBrowserLine,
): SwitchableNetwork => {
  const listeners = new Set<(type: NetworkType) => void>()
  let current: NetworkType = 'wifi'

  const send = async (request: WireRequest): Promise<WireResponse> => {
    if (current === 'none') throw new Error('net::ERR_INTERNET_DISCONNECTED')
    if (network.losing !== null && request.url.includes(network.losing)) throw new Error('lost')
    const answer = await fetch(mapHost(request.url, hosts), {
      method: request.method,
      headers: request.headers,
      signal: request.signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    })
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      cookies: answer.headers.getSetCookie(),
      body: await answer.arrayBuffer(),
    }
  }

  const connect: OpenLine = (request, events) => {
    const isLost = network.losing !== null && request.url.includes(network.losing)
    if (current === 'none') throw new Error('net::ERR_INTERNET_DISCONNECTED')
    if (isLost) throw new Error('lost')
    const over = (code: number, reason: string) => {
      listeners.delete(dropOffline)
      events.closed(code, reason)
    }
    const dropOffline = (type: NetworkType) => {
      if (type !== 'none') return
      over(1006, 'abnormal closure')
      line.drop()
    }
    const url = mapHost(request.url, hosts).href
    const line: Line = openLine({ ...request, url }, { ...events, closed: over })
    listeners.add(dropOffline)
    return line
  }

  const network: SwitchableNetwork = {
    losing: null,
    send,
    connect,
    type: () => current,
    onChange: (listener) => void listeners.add(listener),
    switchTo: (type) => {
      if (type === current) return
      current = type
      for (const listener of listeners) listener(type)
    },
  }
  return network
}
