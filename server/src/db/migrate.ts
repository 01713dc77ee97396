import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { StartupFault } from '../startup-fault'
import type { Database } from './database'
import { notMigrated } from './postgres-faults'

const FOLDER = fileURLToPath(new URL('./migrations/', import.meta.url))
// Any constant does; it only has to be the same in every process that may migrate at once.
const ADVISORY_LOCK = 715_221_001

/** Waits for the lock that migrating processes hold; the transaction holds it until it ends. */
export const waitForMigrations = async (tx: Pick<Database, 'execute'>): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`)
}

// What ends with a semicolon at the end of a line, unless that stands in the body of a function.
const STATEMENTS = /(?:\$\$[\s\S]*?\$\$|;(?!\s*$)|[^;])+/gm

interface Migration {
  readonly name: string
  readonly text: string
  readonly sha256: string
}

/** The migrations this server knows, in their order. */
export const readMigrations = async (): Promise<Migration[]> => {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(FOLDER + name, 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

const refuseForeignHistory = (
  known: readonly Migration[],
  applied: ReadonlyMap<string, string>,
) => {
  for (const [name, sha256] of applied) {
    const migration = known.find((candidate) => candidate.name === name)
    if (migration === undefined) {
      throw new StartupFault(
        `The database holds migration ${name}, which this server does not know: start a newer version of the server.`,
      )
    }
    if (migration.sha256 !== sha256) {
      throw new StartupFault(
        `Migration ${name} was changed after it ran on this database: restore the file and put the change into a new migration.`,
      )
    }
  }
}

/**
 * Brings the database to this server's schema, forward only, all of it in one transaction under an
 * advisory lock, so processes that start together migrate once. Returns the names it applied. Rejects with a
 * `StartupFault` for a history that is not this server's, and where the database does not let itself be changed.
 */
export const migrate = async (db: Database): Promise<string[]> => {
  const known = await readMigrations()
  const applyMissing = async (tx: Pick<Database, 'execute'>): Promise<string[]> => {
    await waitForMigrations(tx)
    // A change of a table that waits for another lock makes all other statements on it wait behind it.
    await tx.execute(sql`set local lock_timeout = '10s'`)
    // "create table if not exists" takes the right to create, which a user of a migrated database need not have.
    const { rows: tables } = await tx.execute(sql`select 1 where to_regclass('migrations') is null`)
    if (tables.length > 0) {
      await tx.execute(
        sql`create table migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
      )
    }
    const { rows } = await tx.execute<{ name: string; sha256: string }>(
      sql`select name, sha256 from migrations`,
    )
    const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]))
    refuseForeignHistory(known, applied)

    const missing = known.filter(({ name }) => !applied.has(name))
    for (const { name, text, sha256 } of missing) {
      // One statement per call: PGlite's extended protocol takes no more.
      for (const statement of text.match(STATEMENTS) ?? []) {
        if (statement.trim() !== '') await tx.execute(sql.raw(statement))
      }
      await tx.execute(sql`insert into migrations (name, sha256) values (${name}, ${sha256})`)
    }
    return missing.map(({ name }) => name)
  }
  return db.transaction(applyMissing).catch((error: unknown) => {
    throw notMigrated(error) ?? error
  })
}
