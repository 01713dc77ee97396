/** How many seconds `work` takes. */
export const timed = (work: () => void): number => {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

/** How many seconds pass until a promise resolves. */
export const secondsUntil = async (moment: Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await moment
  return (performance.now() - start) / 1000
}
