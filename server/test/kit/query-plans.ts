import type { Logger } from 'drizzle-orm/logger'
import type { Database } from '../../src/db/database'

/** A statement as the driver got it. */
interface Query {
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

const sessionOf = (db: Database): Session => {
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

const EXPLAINABLE = /^\s*(select|with|insert|update|delete)\b/i

const tablesReadWhole = (node: unknown): string[] => {
  if (typeof node !== 'object' || node === null) return []
  const inner = Object.values(node).flatMap(tablesReadWhole)
  const isScan = 'Node Type' in node && node['Node Type'] === 'Seq Scan'
  return isScan && 'Relation Name' in node ? [String(node['Relation Name']), ...inner] : inner
}

/** The tables that the database would read from end to end for this statement. */
export const explain = async (db: Database, { text, params }: Query): Promise<string[]> => {
  if (!EXPLAINABLE.test(text)) return []
  const { rows } = await sessionOf(db).client.query(`explain (format json) ${text}`, [...params])
  return rows.flatMap(tablesReadWhole)
}
