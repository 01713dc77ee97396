/** Runs promise callbacks until none can be left: far more rounds than the longest chain has links. */
export const flush = async (): Promise<void> => {
  for (let round = 0; round < 80; round += 1) await Promise.resolve()
}
