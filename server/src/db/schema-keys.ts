import { pgTable, text } from 'drizzle-orm/pg-core'

/** The keys that a start must come with, see security/keys-in-use.ts and schema.ts. */
export const keysInUse = pgTable('keys_in_use', {
  /** `sealing <id>` or `index`. */
  name: text('name').primaryKey(),
  mark: text('mark').notNull(),
})
