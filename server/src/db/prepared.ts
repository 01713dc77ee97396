import type { Database } from './database'

/**
 * A statement built once per database and run many times. Building one with Drizzle costs about as much as
 * running it, and PostgreSQL plans a named one once per connection; only the few statements that every
 * launch of every device runs are worth it.
 */
export const preparedOnce = <T>(build: (db: Database) => T): ((db: Database) => T) => {
  const built = new WeakMap<Database, T>()
  return (db) => {
    const known = built.get(db)
    if (known !== undefined) return known
    const made = build(db)
    built.set(db, made)
    return made
  }
}
