import { setTimeout as wait } from 'node:timers/promises'
import { newLedger } from '../crash/ledger'
import { rename, type CodeOf } from '../crash/account-writes'
import { signIn } from '../crash/load'
import { httpClient } from '../kit/http-client'

const AT_ONCE = 12
const LONGEST_MS = 30_000
const PAUSE_MS = 10

/**
 * Waits until the server at `url` serves fully: more people at once than it has database connections sign in and write,
 * and none is refused. Returns how long that took, in milliseconds. Rejects after thirty seconds.
 */
export const fullServiceMs = async (
  url: string,
  codeOf: CodeOf,
  round: number,
): Promise<number> => {
  const begun = performance.now()
  for (let tries = 0; performance.now() - begun < LONGEST_MS; tries += 1) {
    const client = httpClient(url, `172.16.${round % 256}.${tries % 256}`)
    const visit = async (_: unknown, person: number) => {
      const ledger = newLedger()
      const session = await signIn(client, ledger, codeOf, `visitor-${round}-${tries}-${person}`)
      await rename(client, ledger, session, 'visitor')
    }
    const visits = await Promise.allSettled(Array.from({ length: AT_ONCE }, visit))
    if (visits.every(({ status }) => status === 'fulfilled')) return performance.now() - begun
    await wait(PAUSE_MS)
  }
  throw new Error('the server did not come back to full service within thirty seconds')
}
