import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'

/** A server of WebSocket on a free port; `talk` has each connection as it opens. */
export const serveSockets = async (
  talk: (socket: WebSocket, request: IncomingMessage) => void = () => undefined,
) => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  server.on('connection', talk)
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const close = () => {
    for (const socket of server.clients) socket.terminate()
    server.close()
  }
  return { url, close, server }
}

/** Echoes what it hears, text as text and bytes as bytes. */
export const echo = (socket: WebSocket) => {
  socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }))
}
