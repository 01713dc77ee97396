import { WebSocket } from 'ws'
import { createNetwork, type SwitchableNetwork } from '../../wx/network/network'
import type { OpenLine } from '../../wx/network/socket/line'

/** Opens a connection by WebSocket with the headers of the phone: Node 20 has no WebSocket, and that of browsers sends no headers. */
const openNodeLine: OpenLine = ({ url, headers, protocols }, events) => {
  const socket = new WebSocket(url, [...protocols], { headers })
  let header: Readonly<Record<string, string>> = {}
  socket.on('upgrade', ({ headers: received }) => {
    header = Object.fromEntries(
      Object.entries(received).map(([name, value]) => [name, String(value)]),
    )
  })
  socket.on('open', () => events.opened(header))
  socket.on('message', (data: Buffer, isBinary) =>
    events.message(isBinary ? new Uint8Array(data).buffer : data.toString('utf8')),
  )
  socket.on('error', (error) => events.failed(error.message))
  socket.on('close', (code, reason) => events.closed(code, reason.toString('utf8')))
  return {
    send: (data) => socket.send(data),
    close: (code, reason) => socket.close(code, reason),
    drop: () => socket.terminate(),
  }
}

/**
 * A network over `fetch` and WebSocket. `hosts` maps `host:port` to another one, like a hosts file, so that a
 * bundle built for one address talks to a server on a free port. With type `none` nothing gets through.
 */
export const createNodeNetwork = (
  hosts: Readonly<Record<string, string>> = {},
): SwitchableNetwork => createNetwork(hosts, openNodeLine)
