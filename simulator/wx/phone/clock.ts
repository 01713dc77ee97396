/** The one source of time of a simulated phone; milliseconds everywhere. */
export interface Clock {
  now: () => number
  /** Runs a task after `ms`; returns its cancellation. */
  after: (ms: number, task: () => void) => () => void
}

/** A clock that a test moves by hand. */
export interface ManualClock extends Clock {
  /** Moves time forward, running what comes due in order and letting promises settle in between. */
  advance: (ms: number) => Promise<void>
}

/** The machine's own clock. */
export const realClock: Clock = {
  now: Date.now,
  after: (ms, task) => {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
}

interface Entry {
  due: number
  task: () => void
}

/** One turn of Node's event loop, which takes no time: a timer of 0 ms takes one. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Creates a clock that stands still at `start` (milliseconds since 1970) until it is advanced. */
export const createManualClock = (start: number): ManualClock => {
  let now = start
  const entries = new Set<Entry>()
  const next = (until: number) =>
    [...entries].filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0]

  const runDue = async (until: number): Promise<void> => {
    await turn()
    const entry = next(until)
    if (entry === undefined) return
    entries.delete(entry)
    now = Math.max(now, entry.due)
    entry.task()
    await runDue(until)
  }

  return {
    now: () => now,
    after: (ms, task) => {
      const entry = { due: now + Math.max(0, ms), task }
      entries.add(entry)
      return () => entries.delete(entry)
    },
    advance: async (ms) => {
      const until = now + ms
      await runDue(until)
      now = Math.max(now, until)
    },
  }
}
