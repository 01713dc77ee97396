import {
  bigint,
  boolean,
  customType,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment } from './moment'

// Stored files and what WeChat said about pictures; see schema.ts.

const bytea = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
})

export const files = pgTable('files', {
  id: uuid('id').primaryKey(),
  userId: bigint('user_id', { mode: 'number' }).notNull(),
  name: text('name').notNull(),
  mimeType: text('mime_type').notNull(),
  size: integer('size').notNull(),
  key: bytea('key'),
  createdAt: moment('created_at').notNull(),
})

export const fileBytes = pgTable('file_bytes', {
  fileId: uuid('file_id').primaryKey(),
  bytes: bytea('bytes').notNull(),
})

export const fileHolds = pgTable(
  'file_holds',
  {
    fileId: uuid('file_id').notNull(),
    holder: text('holder').notNull(),
    /** Whether the file may go when its account has no other room. */
    yields: boolean('yields').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.holder] })],
)

export const imageChecks = pgTable('image_checks', {
  id: uuid('id').primaryKey(),
  userId: bigint('user_id', { mode: 'number' }),
  traceId: text('trace_id').notNull(),
  verdict: text('verdict').$type<'pending' | 'pass' | 'review' | 'risky'>().notNull(),
  createdAt: moment('created_at').notNull(),
})
