import { measure } from './load'
import { median } from './statistics'
import type { BenchServer } from './world'

/** Milliseconds per login, one at a time, at each size; medians over all rounds. */
export interface Growth {
  readonly smallMs: number
  readonly largeMs: number
}

/** Compares two servers that differ only in the number of their users, in turn, so that noise meets both alike. */
export const measureGrowth = async (
  small: BenchServer,
  large: BenchServer,
  rounds: number,
  amount: number,
): Promise<Growth> => {
  const smallMs: number[] = []
  const largeMs: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const onSmall = await measure(small, 'login', 1, amount)
    const onLarge = await measure(large, 'login', 1, amount)
    if (round === 0) continue
    smallMs.push(onSmall.meanMs)
    largeMs.push(onLarge.meanMs)
  }
  return { smallMs: median(smallMs), largeMs: median(largeMs) }
}
