import { setTimeout as wait } from 'node:timers/promises'
import type { Ledger } from '../crash/ledger'
import type { CodeOf } from '../crash/account-writes'
import { writeUntilCut } from '../crash/load'
import { ConnectionCut, httpClient, type HttpClient } from '../kit/http-client'
import { countingClient, type Tally } from './tally'

const PAUSE_MS = 20

/** Sign-ins, profile writes, links, sign-outs and reads, until it is stopped. */
export interface MixedLoad {
  /** Resolves when every worker has ended. Rejects when one got an answer that no failure explains. */
  readonly stop: () => Promise<void>
}

const readSome = async (client: HttpClient, ledger: Ledger): Promise<void> => {
  const live = [...ledger.sessions.values()].filter(({ state }) => state === 'live').slice(-20)
  for (const { userId, token } of live) {
    const { status } = await client.call('GET', `/hserve/v2.5/user/info/${userId}/`, { token })
    if (status !== 200 && status !== 401) throw new Error(`a read was answered ${status}`)
  }
}

const ignoreCut = (error: unknown): void => {
  if (!(error instanceof ConnectionCut)) throw error
}

/** Puts the server, wherever it listens at the moment, under load by `writers` writers and as many readers. */
export const startLoad = (
  url: () => string,
  writers: number,
  ledger: Ledger,
  tally: Tally,
  codeOf: CodeOf,
): MixedLoad => {
  let isOver = false
  let chains = 0
  const clientFrom = (address?: string): HttpClient => ({
    call: (...request) =>
      countingClient(httpClient(url(), address), tally, () => isOver).call(...request),
  })
  const write = async (): Promise<void> => {
    while (!isOver) {
      chains += 1
      // From an address of its own: limits count by address.
      const client = clientFrom(`10.${(chains >> 16) % 256}.${(chains >> 8) % 256}.${chains % 256}`)
      await writeUntilCut(client, ledger, codeOf, `chain-${chains}`, () => undefined)
      await wait(PAUSE_MS)
    }
  }
  const read = async (): Promise<void> => {
    while (!isOver) {
      await readSome(clientFrom(), ledger).catch(ignoreCut)
      await wait(PAUSE_MS)
    }
  }
  const workers = Promise.all(Array.from({ length: writers }, () => [write(), read()]).flat())
  workers.catch(() => undefined)
  return {
    stop: async () => {
      isOver = true
      await workers
    },
  }
}
