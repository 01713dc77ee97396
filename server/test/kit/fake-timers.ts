/** For `jest.useFakeTimers({ doNotFake })`: time that goes on while a test moves timeouts or intervals by hand. */
const REAL_TIME: FakeableAPI[] = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
]

/** Only timeouts are moved by hand. */
export const ALL_BUT_TIMEOUTS: FakeableAPI[] = [...REAL_TIME, 'setInterval', 'clearInterval']

/** Only intervals are moved by hand. */
export const ALL_BUT_INTERVALS: FakeableAPI[] = [...REAL_TIME, 'setTimeout', 'clearTimeout']

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
