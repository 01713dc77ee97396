import { sql } from 'drizzle-orm'
import { setImmediate } from 'node:timers/promises'
import type { Context } from '../context'
import type { Database } from '../db/database'

const BETWEEN_MS = 60_000

const positionInLog = async (db: Database): Promise<string> => {
  const { rows } = await db.execute<{ at: string }>(sql`select pg_current_wal_lsn()::text as at`)
  return rows[0]?.at ?? ''
}

/**
 * What autovacuum and the checkpointer do on a PostgreSQL server, and nothing does in an embedded one: makes the room
 * of old row versions usable again, table by table, and drops the write-ahead log, which grows without end otherwise.
 */
export const keepUp = async (db: Database): Promise<void> => {
  const { rows } = await db.execute<{ name: string }>(sql`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`)
  for (const { name } of rows) {
    await db.execute(sql`vacuum ${sql.identifier(name)}`)
    await setImmediate()
  }
  await db.execute(sql`checkpoint`)
}

/**
 * Keeps an embedded database up every minute in which something was written, until the function it returns is called.
 * So often, because there is little to do each time then, and requests wait for it.
 */
export const keepUpEachMinute = ({
  db,
  background,
}: Pick<Context, 'db' | 'background'>): (() => void) => {
  let known = ''
  const tick = async () => {
    if ((await positionInLog(db)) === known) return
    await keepUp(db)
    known = await positionInLog(db)
  }
  const timer = setInterval(() => background.run(tick), BETWEEN_MS).unref()
  return () => clearInterval(timer)
}
