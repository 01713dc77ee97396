import { sql, type SQL } from 'drizzle-orm'
import { users } from '../db/schema'

/** Whether the row `file` of the table of files, by its name in the statement, is the avatar of its account. */
export const isAvatar = (file: SQL): SQL => sql`exists (
  select from ${users} owner where owner.id = ${file}.user_id and owner.avatar like '%' || ${file}.id || '%')`
