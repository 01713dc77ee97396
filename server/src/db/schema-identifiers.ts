import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment } from './moment'

// What is left of bringing identifiers to one form; see schema.ts.

export const dataSteps = pgTable('data_steps', {
  name: text('name').primaryKey(),
  lastId: bigint('last_id', { mode: 'number' }).notNull().default(0),
  doneAt: moment('done_at'),
})

export const keptIdentifiers = pgTable(
  'kept_identifiers',
  {
    userId: bigint('user_id', { mode: 'number' }).notNull(),
    kind: text('kind').$type<'username' | 'email' | 'phone'>().notNull(),
    reason: text('reason').$type<'taken' | 'malformed' | 'unreadable'>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.kind] })],
)
