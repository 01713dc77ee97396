import { queryOnce, startPostgres, type TestPostgres } from '../../server/test/kit/postgres'

// As for a machine of 8 GB that does nothing else.
const SETTINGS = [
  "shared_buffers = '2GB'",
  "max_wal_size = '16GB'",
  "checkpoint_timeout = '30min'",
  "max_connections = '300'",
]

/** Starts a PostgreSQL with the settings of a dedicated machine. */
export const startCluster = async (): Promise<TestPostgres> => {
  const postgres = await startPostgres()
  for (const setting of SETTINGS) await queryOnce(postgres.url, `alter system set ${setting}`)
  await postgres.restart()
  return postgres
}

/** What the statements of a load read, by table: whole tables, rows by an index, pages from outside of the buffers. */
export const readsOf = (url: string) =>
  queryOnce<{ table: string; whole: number; indexed: number; pages: number }>(
    url,
    `select relname as table, seq_scan::int as whole, idx_scan::int as indexed,
        (heap_blks_read + idx_blks_read)::int as pages
      from pg_stat_user_tables join pg_statio_user_tables using (relid, relname) where idx_scan > 0 order by 1`,
  )
