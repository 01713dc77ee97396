import { fire } from '../../server/bench/load'
import { secondsBelow } from './processor-time'
import type { Act, PeerServer, Request } from './server'

// A hash that waits for 63 others on a busy machine takes its time; a slow answer is a result, a lost one is none.
const TIMEOUT_SECONDS = 60

/** What so many requests of one kind came to. */
export interface Pace {
  /** Answers per second. Everything on the machine has a part in it. */
  readonly perSecond: number
  /** Answers per second of processor time of server and database together: what they cost, however busy the machine is. */
  readonly perProcessorSecond: number
}

const requestOf = (ready: Request[]): Request => {
  const [first] = ready
  // A read is the same each time, and autocannon sends that faster than it makes new ones.
  if (first?.method === 'GET') return first
  return { setupRequest: (request) => ({ ...request, ...ready.pop() }) }
}

/**
 * The pace of `amount` requests of one kind over `connections` connections, each of which waits for its answer
 * before the next. Rejects when one of them was refused: a fast refusal is no result.
 */
export const paceOf = async (
  server: PeerServer,
  act: Act,
  connections: number,
  amount: number,
): Promise<Pace> => {
  // One more per connection than requests: autocannon prepares a request ahead.
  const ready = [...(await server.requests(act, amount + connections))]
  const before = secondsBelow(server.apart)
  const { result, seconds } = await fire({
    url: server.url,
    connections,
    amount,
    timeout: TIMEOUT_SECONDS,
    requests: [requestOf(ready)],
  })
  const failures = result.non2xx + result.errors + result.timeouts
  if (failures > 0) throw new Error(`${failures} of ${amount} requests (${act}) failed`)
  return {
    perSecond: amount / seconds,
    perProcessorSecond: amount / (secondsBelow(server.apart) - before),
  }
}
