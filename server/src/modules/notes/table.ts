import { bigint, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../../db/moment'

// Mirrors db/migrations/0015_notes.sql.
export const notesTable = pgTable('notes', {
  id: uuid('id').primaryKey(),
  userId: bigint('user_id', { mode: 'number' }).notNull(),
  title: text('title').notNull(),
  body: text('body').notNull(),
  shareId: text('share_id'),
  version: integer('version').notNull(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
  deletedAt: moment('deleted_at'),
})

/** The row of a note. */
export type Note = typeof notesTable.$inferSelect

/** What the files that a note shows are held by. */
export const holderOf = (noteId: string): string => `note ${noteId}`
