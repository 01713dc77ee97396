/** So many tasks, each led to by the one before, are one without end; of those that take no time, ten count as one. */
const LONGEST = 100

/** From here on a task that takes no time takes some, as nested timers do (HTML, timers): or no time would ever pass. */
const NESTED = 10
const NESTED_MS = 4

/** A task goes on in the promises it settled, which takes a few turns of theirs: an `await` of compiled code up to five. */
const TURNS = 20

/** Knows how many tasks led to the code that runs: an animation leads to its next frame without end. */
interface Chain {
  /** How long a task waits that is set up now, to run after `ms`. */
  delay: (ms: number) => number
  /** Its place. */
  placeAfter: (ms: number) => number
  isEndless: (place: number) => boolean
  /** Runs a task at its place; what its promises go on with is at this place too. */
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
