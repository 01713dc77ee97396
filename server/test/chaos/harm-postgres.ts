import { setTimeout as wait } from 'node:timers/promises'
import { queryOnce, type TestPostgres } from '../kit/postgres'

const BETWEEN_CUTS_MS = 30

/** Ends one connection to the database at `url`, chosen at random, as a failover or an operator does: how many ended. */
const cutOne = async (url: string): Promise<number> => {
  const rows = await queryOnce(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() order by random() limit 1`,
  )
  return rows.length
}

/**
 * A round of harm to `postgres`: `cuts` connections to the database at `url` end one after the other, then the server
 * restarts, by a power cut in odd rounds and in order in even ones. `onCut` is called for each connection.
 */
export const harmPostgres =
  (
    postgres: Pick<TestPostgres, 'crash' | 'restart'>,
    url: string,
    cuts: number,
    onCut: () => void,
  ) =>
  async (round: number): Promise<void> => {
    for (let cut = 0; cut < cuts;) {
      const ended = await cutOne(url)
      cut += ended
      if (ended > 0) onCut()
      await wait(BETWEEN_CUTS_MS)
    }
    await (round % 2 === 1 ? postgres.crash() : postgres.restart())
  }
