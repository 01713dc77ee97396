import { httpClient } from '../kit/http-client'
import type { ServerProcess } from '../kit/server-process'
import { brokenPromises } from './check'
import { newLedger, type Ledger } from './ledger'
import type { CodeOf } from './account-writes'
import { writeUntilCut } from './load'

/** How to run the server under test, behind one trusted proxy, and how often to kill it. */
export interface Ordeal {
  readonly start: () => Promise<ServerProcess>
  readonly codeOf: CodeOf
  readonly kills: number
  /** Writers at the same time. */
  readonly writers: number
  /** What else loses power with the server, for example its PostgreSQL; done after the kill, before the start. */
  readonly alsoCrash?: () => Promise<void>
  readonly report?: (line: string) => void
}

/** What came of it. */
export interface Survival {
  readonly acknowledged: number
  /** One sentence per acknowledged write that is not there. */
  readonly broken: readonly string[]
}

// Kills fall after 1 to 40 writes: in the middle of everything, and never at the same place twice.
const writesBeforeKill = () => 1 + Math.floor(Math.random() * 40)

const loadUntilKill = async (
  server: ServerProcess,
  ledger: Ledger,
  ordeal: Ordeal,
  round: number,
) => {
  let left = writesBeforeKill()
  let killed: Promise<void> | null = null
  const onWrite = () => {
    left -= 1
    if (left <= 0) killed ??= server.kill()
  }
  // Each round from an address of its own: no one registers a hundred accounts from one.
  const client = httpClient(server.url, `10.0.0.${round % 256}`)
  await Promise.all(
    Array.from({ length: ordeal.writers }, (_, writer) =>
      writeUntilCut(client, ledger, ordeal.codeOf, `person-${round}-${writer}`, onWrite),
    ),
  )
  await killed
}

/**
 * Loads the server, kills it with SIGKILL in the middle, starts it again and holds it to what it had
 * acknowledged, `kills` times over; at the end once more to everything. Then stops it.
 */
export const survive = async (ordeal: Ordeal): Promise<Survival> => {
  const rounds: Ledger[] = []
  const broken: string[] = []
  let server = await ordeal.start()
  const check = async (ledger: Ledger) => {
    broken.push(...(await brokenPromises(httpClient(server.url), ledger, ordeal.codeOf)))
  }
  try {
    for (let round = 1; round <= ordeal.kills; round += 1) {
      const ledger = newLedger()
      await loadUntilKill(server, ledger, ordeal, round)
      await ordeal.alsoCrash?.()
      server = await ordeal.start()
      ordeal.report?.(`kill ${round}: ${ledger.acknowledged} writes acknowledged before it`)
      await check(ledger)
      rounds.push(ledger)
    }
    for (const ledger of rounds) await check(ledger)
  } finally {
    await server.stop()
  }
  return { acknowledged: rounds.reduce((sum, round) => sum + round.acknowledged, 0), broken }
}
