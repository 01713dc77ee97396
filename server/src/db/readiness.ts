import { sql } from 'drizzle-orm'
import { withTimeout } from '../with-timeout'
import type { Database } from './database'
import { readMigrations } from './migrate'

const PATIENCE_MS = 2_000

/** Whether the database can serve this process: it may hold more migrations than we know, but none less. */
export type Readiness = 'ready' | 'unreachable' | 'not-migrated'

const appliedNames = async (db: Database): Promise<ReadonlySet<string>> => {
  const { rows } = await db.execute<{ name: string }>(sql`select name from migrations`)
  return new Set(rows.map(({ name }) => name))
}

/**
 * Resolves to the probe of `db`. It answers within two seconds, whatever the database does, and asks the database once
 * for all who wait: any number of callers takes one connection.
 */
export const readinessProbe = async (db: Database): Promise<() => Promise<Readiness>> => {
  const known = await readMigrations()
  let asking: Promise<ReadonlySet<string> | null> | null = null
  const ask = () => {
    asking ??= appliedNames(db)
      .catch(() => null)
      .finally(() => {
        asking = null
      })
    return asking
  }
  return async () => {
    const applied = await withTimeout(ask(), PATIENCE_MS, () => null)
    if (applied === null) return 'unreachable'
    return known.every(({ name }) => applied.has(name)) ? 'ready' : 'not-migrated'
  }
}
