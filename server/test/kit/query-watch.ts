import type { Logger } from 'drizzle-orm/logger'
import type { Database } from '../../src/db/database'

/** A statement as the driver got it. */
export interface Query {
  readonly text: string
  readonly params: readonly unknown[]
}

/** The statements a database was asked to run, with their values, those inside transactions too. */
export interface QueryWatch {
  readonly seen: () => readonly Query[]
  readonly forget: () => void
}

interface Session {
  logger: Logger
  options: { logger?: Logger }
  client: { query: (text: string, params: unknown[]) => Promise<{ rows: unknown[] }> }
}

const isSession = (value: unknown): value is Session =>
  typeof value === 'object' && value !== null && 'logger' in value && 'client' in value

/** The session in which Drizzle asks a database. */
export const sessionOf = (db: Database): Session => {
  const session: unknown = Reflect.get(db, 'session')
  if (!isSession(session)) throw new Error('Drizzle keeps its session elsewhere by now')
  return session
}

/** Watches what goes through `db` from now on; what was prepared before is not seen. */
export const watchQueries = (db: Database): QueryWatch => {
  const session = sessionOf(db)
  const seen: Query[] = []
  const logger: Logger = { logQuery: (text, params) => void seen.push({ text, params }) }
  session.logger = logger
  session.options.logger = logger
  return { seen: () => [...seen], forget: () => void seen.splice(0) }
}
