import { measure, type Scenario } from './load'
import { median } from './statistics'
import type { BenchServer } from './world'

/** How a route of ours compares with the baseline, which is 1: medians over all rounds. */
export interface Ratio {
  /** Requests per second. Everything on the machine has a part in it: database, WeChat, load, neighbours. */
  readonly throughput: number
  /** Requests per second of CPU time of the server process: what of it is the server's own doing. */
  readonly cpu: number
}

interface Rates {
  readonly perSecond: number
  readonly perCpuSecond: number
}

const ratesOf = async (
  server: BenchServer,
  scenario: Scenario,
  connections: number,
  amount: number,
): Promise<Rates> => {
  const before = await server.vitals()
  const { perSecond } = await measure(server, scenario, connections, amount)
  const after = await server.vitals()
  return { perSecond, perCpuSecond: (amount * 1000) / (after.cpuMs - before.cpuMs) }
}

/** The ratios of a list of rounds, each a pair of ours and the baseline of the same moment. */
const ratioOf = (rounds: readonly (readonly [ours: Rates, baseline: Rates])[]): Ratio => ({
  throughput: median(rounds.map(([ours, baseline]) => ours.perSecond / baseline.perSecond)),
  cpu: median(rounds.map(([ours, baseline]) => ours.perCpuSecond / baseline.perCpuSecond)),
})

/**
 * Measures baseline, read and login in turn over so many connections, `rounds` times, and compares within each round
 * only, so that a machine that gets slower meanwhile slows all three. The first round warms up and is not counted.
 */
export const measureRatios = async (
  server: BenchServer,
  connections: number,
  rounds: number,
  amount: number,
): Promise<{ read: Ratio; login: Ratio }> => {
  const reads: [Rates, Rates][] = []
  const logins: [Rates, Rates][] = []
  for (let round = 0; round <= rounds; round += 1) {
    const baseline = await ratesOf(server, 'baseline', connections, amount)
    const read = await ratesOf(server, 'read', connections, amount)
    const login = await ratesOf(server, 'login', connections, Math.ceil(amount / 3))
    if (round === 0) continue
    reads.push([read, baseline])
    logins.push([login, baseline])
  }
  return { read: ratioOf(reads), login: ratioOf(logins) }
}
