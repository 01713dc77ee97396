/** For `jest.useFakeTimers({ doNotFake })`: a test moves timeouts by hand, and all other time goes on. */
export const ALL_BUT_TIMEOUTS: FakeableAPI[] = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
]

/** Moves timeouts on, a tenth of a second each turn of the event loop, until `flight` has ended. */
export const hurry = async <T>(flight: Promise<T>): Promise<T> => {
  let isOver = false
  const watched = flight.finally(() => {
    isOver = true
  })
  watched.catch(() => undefined)
  while (!isOver) {
    await new Promise((resolve) => setImmediate(resolve))
    jest.advanceTimersByTime(100)
  }
  return watched
}
