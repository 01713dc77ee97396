import { ConnectionCut, type HttpClient } from '../kit/http-client'

/** What the server answered under chaos. */
export interface Tally {
  answered: number
  /** Answers of 500, by method and path. */
  readonly faults: string[]
  /** Answers of 503: to be tried again. */
  unavailable: number
  /** Answers of 503 without a Retry-After in their body. */
  readonly unhelpful: string[]
  /** The longest time to an answer, in milliseconds. */
  slowestMs: number
}

/** A tally of nothing yet. */
export const newTally = (): Tally => ({
  answered: 0,
  faults: [],
  unavailable: 0,
  unhelpful: [],
  slowestMs: 0,
})

/**
 * `client`, counting into `tally`. A 5xx rejects with `ConnectionCut`, as after a cut it is unknown what was written;
 * so does every call once `isOver` says so.
 */
export const countingClient = (
  client: HttpClient,
  tally: Tally,
  isOver: () => boolean,
): HttpClient => ({
  call: async (method, path, options) => {
    if (isOver()) throw new ConnectionCut('over')
    const begun = performance.now()
    const answer = await client.call(method, path, options)
    tally.answered += 1
    tally.slowestMs = Math.max(tally.slowestMs, performance.now() - begun)
    if (answer.status < 500) return answer
    if (answer.status === 500) tally.faults.push(`${method} ${path}`)
    if (answer.status === 503) tally.unavailable += 1
    if (answer.status === 503 && answer.body['retry_after'] === undefined) {
      tally.unhelpful.push(`${method} ${path}`)
    }
    throw new ConnectionCut(`${answer.status}`)
  },
})
