/**
 * Runs at most `count` tasks at once; the others wait in the order in which they came. A task that rejects makes
 * room like one that resolves. For what has bounds already: it refuses nothing and knows no holders, unlike
 * `createFairTurns`.
 */
export const atMost = (count: number): (<T>(task: () => Promise<T>) => Promise<T>) => {
  let running = 0
  const waiting: (() => void)[] = []
  return async (task) => {
    if (running === count) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      // The next one takes the place over, so that none who comes now can slip in before it.
      if (next === undefined) running -= 1
      else next()
    }
  }
}
