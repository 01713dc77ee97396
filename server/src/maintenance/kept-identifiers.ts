import { sql } from 'drizzle-orm'
import type { Database } from '../db/database'
import { keptIdentifiers } from '../db/schema-identifiers'

type Kept = typeof keptIdentifiers.$inferSelect

const IDS_PER_LINE = 100

const WHY: Readonly<Record<Kept['reason'], string>> = {
  taken: 'its one form is another account’s',
  malformed: 'it is malformed by today’s rules',
  unreadable: 'DATA_KEYS no longer holds its key',
}

/** Reports which accounts kept an identifier as it was, and why: a line per hundred, with ids and no values. */
export const reportKept = async (
  db: Pick<Database, 'execute'>,
  report: (line: string) => void,
): Promise<void> => {
  const { rows } = await db.execute<Pick<Kept, 'kind' | 'reason'> & { ids: string; total: number }>(
    sql`
    select kind, reason, string_agg(user_id::text, ', ' order by user_id) as ids, count(*)::int as total
    from (
      select *, (row_number() over (partition by kind, reason order by user_id) - 1) / ${IDS_PER_LINE}::int as page
      from ${keptIdentifiers}
    ) as paged
    group by kind, reason, page order by kind, reason, page`,
  )
  for (const { kind, reason, ids, total } of rows) {
    report(`${total} of the old ${kind} entries stay as they were, because ${WHY[reason]}: ${ids}`)
  }
}
