import { brokenPromises } from '../crash/check'
import { newLedger } from '../crash/ledger'
import type { CodeOf } from '../crash/account-writes'
import { httpClient } from '../kit/http-client'
import { fullServiceMs } from './full-service'
import { startLoad } from './mixed-load'
import { newTally, type Tally } from './tally'

/** What to do to a loaded server, and how often. */
export interface Chaos {
  /** Where the server listens at the moment. */
  readonly url: () => string
  readonly codeOf: CodeOf
  readonly rounds: number
  readonly writers: number
  /** One failure under load, the `round`th. Resolves as soon as the database is back. */
  readonly harm: (round: number) => Promise<void>
  readonly report?: (line: string) => void
}

/** What came of it. */
export interface Outcome {
  readonly tally: Tally
  readonly acknowledged: number
  /** One sentence per acknowledged write that is not there. */
  readonly lost: readonly string[]
  /** How long the visits that find out about full service take when nothing is harmed, in milliseconds. */
  readonly undisturbedMs: number
  /** How long after the database the full service was back, per round, in milliseconds. */
  readonly backAfterMs: readonly number[]
}

/** Harms the database under mixed load, round after round, and holds the server to all it has acknowledged. */
export const withstand = async (chaos: Chaos): Promise<Outcome> => {
  const { url, codeOf, rounds, writers, harm, report } = chaos
  const ledger = newLedger()
  const tally = newTally()
  const backAfterMs: number[] = []
  const load = startLoad(url, writers, ledger, tally, codeOf)
  const undisturbedMs = await fullServiceMs(url(), codeOf, 0)
  for (let round = 1; round <= rounds; round += 1) {
    await harm(round)
    const ms = await fullServiceMs(url(), codeOf, round)
    backAfterMs.push(ms)
    report?.(
      `round ${round}: full service after ${Math.round(ms)} ms; ${ledger.acknowledged} writes acknowledged, ${tally.unavailable} answers of 503, ${tally.faults.length} of 500`,
    )
  }
  await load.stop()
  const lost = await brokenPromises(httpClient(url()), ledger, codeOf)
  return { tally, acknowledged: ledger.acknowledged, lost, undisturbedMs, backAfterMs }
}
