import type { Api } from './faults'

/** One answered call: no parameter of it, only what came of it. `at` in milliseconds. */
interface Call {
  at: number
  api: Api
  outcome: number | 'dropped' | 'http-error'
}

/** What the server under development has asked of WeChat. */
export interface CallLog {
  record: (api: Api, outcome: Call['outcome']) => void
  /** The latest calls, oldest first. */
  latest: () => readonly Call[]
  /** How often each endpoint was called. */
  counts: () => Readonly<Partial<Record<Api, number>>>
  clear: () => void
}

/** How many calls are kept. */
const CAPACITY = 200

/** An empty log on the clock `now`. An outcome is WeChat's errcode, 0 for success. */
export const createCallLog = (now: () => number): CallLog => {
  let calls: readonly Call[] = []
  let counts: Partial<Record<Api, number>> = {}
  return {
    record: (api, outcome) => {
      calls = [...calls, { at: now(), api, outcome }].slice(-CAPACITY)
      counts = { ...counts, [api]: (counts[api] ?? 0) + 1 }
    },
    latest: () => calls,
    counts: () => counts,
    clear: () => {
      calls = []
      counts = {}
    },
  }
}
