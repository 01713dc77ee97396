import { sql } from 'drizzle-orm'
import type { Database } from '../../src/db/database'

/** What every text of a row is that `fillTables` adds. */
export const SAMPLE_TEXT = 'a sample'

/** The names of the tables with the id of a user, sorted. */
export const tablesOfUsers = async (db: Database): Promise<string[]> => {
  const { rows } = await db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'user_id' order by 1`)
  return rows.map(({ name }) => name)
}

/** Adds a row of this user to every table that has rows of users. */
export const fillTables = async (db: Database, userId: number): Promise<void> => {
  const columns = await db.execute<{ table: string; name: string; type: string }>(sql`
    select table_name as "table", column_name as name, data_type as type from information_schema.columns
    where table_schema = 'public' and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`)
  const sample: Readonly<Record<string, string>> = {
    uuid: 'gen_random_uuid()',
    'timestamp with time zone': "timestamptz '2099-01-01'",
    integer: '1',
    bigint: String(userId),
    jsonb: "'{}'",
    bytea: "'\\x00'",
    boolean: 'false',
  }
  for (const table of await tablesOfUsers(db)) {
    const own = columns.rows.filter((column) => column.table === table)
    const names = new Set([...own.map(({ name }) => name), 'user_id'])
    const values = [...names].map((name) => {
      const type = own.find((column) => column.name === name)?.type ?? 'bigint'
      return sample[type] ?? `'${SAMPLE_TEXT}'`
    })
    await db.execute(
      sql.raw(`insert into ${table} (${[...names].join(', ')}) values (${values.join(', ')})`),
    )
  }
}
