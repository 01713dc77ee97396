import type { SQL } from 'drizzle-orm'
import { deleteInBatches } from '../db/delete-in-batches'
import { fileBytes, files } from '../db/schema-files'

// Each file has hundreds of rows inside the database.
const AT_ONCE = { batch: 4, tidying: { table: fileBytes, batches: 1 } }

/** Deletes the files that `rows` selects, a few at once; ends early, between two statements, when `stop` is aborted. */
export const deleteFiles = (
  context: Parameters<typeof deleteInBatches>[0],
  rows: SQL,
  stop?: AbortSignal,
): Promise<void> =>
  deleteInBatches(context, files, rows, { ...AT_ONCE, ...(stop !== undefined && { stop }) })
