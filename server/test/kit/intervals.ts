/** For `jest.useFakeTimers({ doNotFake })`: a test moves intervals by hand, and all other time goes on. */
export const ALL_BUT_INTERVALS: FakeableAPI[] = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setTimeout',
  'clearTimeout',
]
