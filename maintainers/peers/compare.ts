import { median } from '../../server/bench/statistics'
import { paceOf, type Pace } from './pace'
import type { Act, PeerServer } from './server'

const CONNECTIONS = [1, 16, 64] as const
type Connections = (typeof CONNECTIONS)[number]

/** What is compared with what. */
export interface Comparison {
  readonly act: Act
  readonly theirs: PeerServer
  /** How theirs is set up, or what stands for the act there. */
  readonly note: string
  /** The least ratio wanted, by connections. */
  readonly wanted: Partial<Record<Connections, number>>
}

// A second or two each on a quiet machine of two cores.
const AMOUNTS: Record<Act, number> = {
  read: 2_000,
  'anonymous sign-up': 320,
  'first platform sign-in': 320,
  'password sign-up': 64,
  'password sign-in': 64,
}
const FEWER_ALONE = 4

const times = (ratio: number) => `${ratio.toFixed(2)} ×`

const verdict = (ratio: number, wanted: number | undefined): string => {
  if (wanted === undefined) return ''
  return `≥ ${wanted} ×: ${ratio >= wanted ? 'met' : 'MISSED'}`
}

/**
 * Measures an act on both servers in turn, `rounds` times and one unmeasured before, and compares within each
 * round only, so that a machine that gets slower meanwhile slows both. Returns a row of the table for every number
 * of connections.
 */
export const compare = async (
  ours: PeerServer,
  { act, theirs, note, wanted }: Comparison,
  rounds: number,
): Promise<string[][]> => {
  const rows: string[][] = []
  for (const connections of CONNECTIONS) {
    const amount = Math.ceil(AMOUNTS[act] / (connections === 1 ? FEWER_ALONE : 1))
    const pairs: (readonly [Pace, Pace])[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const pair = [
        await paceOf(ours, act, connections, amount),
        await paceOf(theirs, act, connections, amount),
      ] as const
      if (round > 0) pairs.push(pair)
    }
    const of = (pick: (pair: readonly [Pace, Pace]) => number) => median(pairs.map(pick))
    const ratio = of(([mine, other]) => mine.perSecond / other.perSecond)
    rows.push([
      act,
      note,
      String(connections),
      of(([mine]) => mine.perSecond).toFixed(0),
      of(([, other]) => other.perSecond).toFixed(0),
      times(ratio),
      times(of(([mine, other]) => mine.perProcessorSecond / other.perProcessorSecond)),
      verdict(ratio, wanted[connections]),
    ])
  }
  return rows
}
