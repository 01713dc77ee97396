/**
 * After so many tasks that each started the next, the chain counts as endless; ten tasks that take no time count as
 * one.
 */
const LONGEST = 100

/**
 * From this length on a task of 0 ms takes longer, as nested timers do (HTML, timers): else no time would ever pass.
 */
const NESTED = 10
const NESTED_MS = 4

/**
 * For how many turns of the microtask queue code still counts as part of the task: an `await` of compiled code takes
 * up to five.
 */
const TURNS = 20

/** Counts the tasks that led to the code that runs: an animation starts its next frame without end. */
interface Chain {
  /** How long a task waits that is scheduled now, to run after `ms`. */
  delay: (ms: number) => number
  /** The place in the chain of a task that is scheduled now, to run after `ms`. */
  placeAfter: (ms: number) => number
  isEndless: (place: number) => boolean
  /** Runs a task at its place; what its promises start is counted from this place too. */
  at: (place: number, run: () => void) => void
}

/** Creates an empty chain. */
export const createChain = (): Chain => {
  let length = 0
  const leave = (turns: number): void => {
    if (turns === 0) length = 0
    else void Promise.resolve().then(() => leave(turns - 1))
  }
  return {
    delay: (ms) => (ms > 0 || length < NESTED ? ms : NESTED_MS),
    placeAfter: (ms) => length + (ms > 0 ? 1 : 0.1),
    isEndless: (place) => place > LONGEST,
    at: (place, run) => {
      length = place
      run()
      leave(TURNS)
    },
  }
}
