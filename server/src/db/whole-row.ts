import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/**
 * A row of `table` as one column of a select, for the statements every request runs: drivers and Drizzle work
 * by the field, so twenty columns cost more than the query. For tables whose values JSON can spell, no `bytea`.
 */
export const wholeRow = <T extends PgTable>(table: T): SQL<T['$inferSelect']> => {
  const columns = Object.entries(getTableColumns(table))
  return sql`row_to_json(${table})`.mapWith((json: Readonly<Record<string, unknown>>) => {
    const row: Record<string, unknown> = {}
    for (const [key, column] of columns) {
      const value = json[column.name]
      row[key] = value === null ? null : column.mapFromDriverValue(value)
    }
    return row as T['$inferSelect']
  })
}
