/** What a connection reports; after `closed` nothing more comes. */
export interface LineEvents {
  /** It is open; `header` is that of the answer, as far as the platform shows it. */
  opened: (header: Readonly<Record<string, string>>) => void
  /** A message has arrived. */
  message: (data: string | ArrayBuffer) => void
  /** It could not be opened, or broke; `closed` follows. */
  failed: (message: string) => void
  /** It has ended, by this close code and reason. */
  closed: (code: number, reason: string) => void
}

/** A connection by WebSocket, from the moment it is being opened. */
export interface Line {
  send: (data: string | ArrayBuffer) => void
  close: (code: number, reason: string) => void
  /** Drops it without a close frame. */
  drop: () => void
}

/** How a connection is asked for. */
interface LineRequest {
  url: string
  headers: Readonly<Record<string, string>>
  protocols: readonly string[]
}

/** Opens a connection by WebSocket. */
export type OpenLine = (request: LineRequest, events: LineEvents) => Line

/** Opens a connection by the browser's own WebSocket, which sends no headers of ours and shows none of the answer. */
export const openBrowserLine: OpenLine = ({ url, protocols }, events) => {
  const socket = new WebSocket(url, [...protocols])
  socket.binaryType = 'arraybuffer'
  socket.onopen = () => events.opened({})
  socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => events.message(data)
  socket.onerror = () => events.failed('WebSocket connection failed')
  socket.onclose = ({ code, reason }) => events.closed(code, reason)
  return {
    send: (data) => socket.send(data),
    close: (code, reason) => socket.close(code, reason),
    drop: () => socket.close(),
  }
}
