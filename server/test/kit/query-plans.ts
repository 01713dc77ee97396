import type { Database } from '../../src/db/database'
import { sessionOf, type Query } from './query-watch'

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
