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
  send(request: WireRequest): Promise<WireResponse>
  type(): NetworkType
  /** Reports every change of the type. */
  onChange(listener: (type: NetworkType) => void): void
}

/** WeChat's network types, the common ones. */
export type NetworkType = 'wifi' | '5g' | '4g' | '3g' | '2g' | 'none'

/** A network that a test or a person can switch. */
export interface SwitchableNetwork extends Network {
  switchTo(type: NetworkType): void
  /** Requests whose URL contains this get lost; null loses none. */
  losing: string | null
}

const mapHost = (url: string, hosts: Readonly<Record<string, string>>) => {
  const parsed = new URL(url)
  const mapped = hosts[parsed.host]
  if (mapped !== undefined) parsed.host = mapped
  return parsed
}

/**
 * A network over `fetch`. `hosts` maps `host:port` to another one, like a hosts file, so that a bundle
 * built for one address talks to a server on a free port. With type `none` nothing gets through.
 */
export const createNetwork = (hosts: Readonly<Record<string, string>> = {}): SwitchableNetwork => {
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

  const network: SwitchableNetwork = {
    losing: null,
    send,
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
