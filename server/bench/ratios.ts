import { measure, type Scenario } from './load'
import { median } from './statistics'
import type { BenchServer } from './world'

const CONNECTIONS = 16

/** How much of the baseline's throughput each route of ours reaches: the median over all rounds. */
export interface Ratios {
  readonly read: number
  readonly login: number
}

/**
 * Measures baseline, read and login in turn, `rounds` times, and compares within each round only, so that a
 * machine that gets slower meanwhile slows all three. The first round warms up and is not counted.
 */
export const measureRatios = async (
  server: BenchServer,
  rounds: number,
  amount: number,
): Promise<Ratios> => {
  const read: number[] = []
  const login: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const rate = async (scenario: Scenario, requests: number) =>
      (await measure(server, scenario, CONNECTIONS, requests)).perSecond
    const baseline = await rate('baseline', amount)
    const reading = await rate('read', amount)
    const signingIn = await rate('login', Math.ceil(amount / 3))
    if (round === 0) continue
    read.push(reading / baseline)
    login.push(signingIn / baseline)
  }
  return { read: median(read), login: median(login) }
}
