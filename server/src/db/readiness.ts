import { sql } from 'drizzle-orm'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from './database'
import { readMigrations } from './migrate'

const PATIENCE_MS = 2_000

/** Whether the database can serve this process: it may hold more migrations than we know, but none less. */
export type Readiness = 'ready' | 'unreachable' | 'not-migrated'

const appliedNames = async (db: Database): Promise<ReadonlySet<string>> => {
  const { rows } = await db.execute<{ name: string }>(sql`select name from migrations`)
  return new Set(rows.map(({ name }) => name))
}

/** Gives the probe of `db`. It answers within two seconds, whatever the database does. */
export const readinessProbe = async (db: Database): Promise<() => Promise<Readiness>> => {
  const known = await readMigrations()
  return async () => {
    const late = wait(PATIENCE_MS, null, { ref: false })
    const applied = await Promise.race([appliedNames(db), late]).catch(() => null)
    if (applied === null) return 'unreachable'
    return known.every(({ name }) => applied.has(name)) ? 'ready' : 'not-migrated'
  }
}
