import type { Database } from '../../src/db/database'

/** The statements a database is asked to run, their values left out. */
export interface StatementWatch {
  readonly seen: () => readonly string[]
  readonly forget: () => void
}

interface Prepared {
  execute: (...values: readonly unknown[]) => unknown
}

interface Session {
  prepareQuery: (query: { readonly sql: string }, ...rest: readonly unknown[]) => Prepared
}

const isSession = (value: unknown): value is Session =>
  typeof value === 'object' && value !== null && 'prepareQuery' in value

/**
 * Watches what goes through `db`, where Drizzle hands every statement to its driver, each time it is executed.
 * Not seen are those inside a transaction, and those that were prepared before.
 */
export const watchStatements = (db: Database): StatementWatch => {
  const session: unknown = Reflect.get(db, 'session')
  if (!isSession(session)) throw new Error('Drizzle keeps its session elsewhere by now')
  const seen: string[] = []
  const prepareQuery = session.prepareQuery.bind(session)
  session.prepareQuery = (query, ...rest) => {
    const prepared = prepareQuery(query, ...rest)
    const execute = prepared.execute.bind(prepared)
    prepared.execute = (...values) => {
      seen.push(query.sql)
      return execute(...values)
    }
    return prepared
  }
  return { seen: () => [...seen], forget: () => void seen.splice(0) }
}
