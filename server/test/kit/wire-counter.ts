import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

const QUERY = 'Q'.charCodeAt(0)
const SYNC = 'S'.charCodeAt(0)
const HEADER_BYTES = 5

/** A PostgreSQL seen through a counter of round trips. */
export interface CountedPostgres {
  /** DATABASE_URL that leads through the counter. */
  readonly url: string
  /** Round trips made so far, connecting not counted. */
  readonly roundTrips: () => number
  readonly close: () => void
}

/**
 * Watches one connection's frontend messages (PostgreSQL documentation, "Frontend/Backend Protocol"): after
 * the untyped startup message each has a type byte and a length. Every simple Query and every Sync makes the
 * client wait for an answer: that is a round trip.
 */
const watch = (onRoundTrip: () => void) => {
  let pending = Buffer.alloc(0)
  let started = false
  return (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk])
    for (;;) {
      const header = started ? HEADER_BYTES : HEADER_BYTES - 1
      if (pending.length < header) return
      const size = pending.readInt32BE(header - 4) + (started ? 1 : 0)
      if (pending.length < size) return
      if (started && (pending[0] === QUERY || pending[0] === SYNC)) onRoundTrip()
      started = true
      pending = pending.subarray(size)
    }
  }
}

/** Puts a counter in front of the PostgreSQL that `databaseUrl` names. */
export const countRoundTrips = async (databaseUrl: string): Promise<CountedPostgres> => {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let count = 0
  const proxy = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    client.on(
      'data',
      watch(() => void (count += 1)),
    )
    client.pipe(upstream).pipe(client)
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  if (address === null || typeof address === 'string') {
    throw new Error('the counter listens nowhere')
  }

  const url = new URL(databaseUrl)
  url.port = String(address.port)
  return {
    url: url.toString(),
    roundTrips: () => count,
    close: () => {
      proxy.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
