import { types, type PGlite, type QueryOptions, type Transaction } from '@electric-sql/pglite'

const PLANS = 200
const TEXTS_REMEMBERED = 1_000
const PLANNABLE = /^\s*(select|with|insert|update|delete)\b/i

const asText = (value: string) => value
// What Drizzle reads as text, the arrays of these types included. It says so with each statement, and PGlite then
// copies its list of a hundred parsers for each: a tenth of the server's time.
const TEXTS = Object.fromEntries(
  [
    types.TIMESTAMP,
    types.TIMESTAMPTZ,
    types.INTERVAL,
    types.DATE,
    1231,
    1115,
    1185,
    1187,
    1182,
  ].map((type) => [type, asText]),
)

// PGlite itself makes an array of a number or a text for each byte: seconds for a picture, in the server's thread.
const bytesOf = (text: string): Uint8Array => Buffer.from(text.slice(2), 'hex')
const textOf = (bytes: unknown): string =>
  bytes instanceof Uint8Array ? `\\x${Buffer.from(bytes).toString('hex')}` : String(bytes)

/** A value as an untyped SQL literal, which PREPARE's parameter then types; null when it has none. */
const literal = (value: unknown): string | null => {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return `'${value}'`
  // With standard_conforming_strings, PostgreSQL's default, a quote is the only character that means anything.
  if (typeof value === 'string' && !value.includes('\0')) return `'${value.replaceAll("'", "''")}'`
  return null
}

const literals = (params: readonly unknown[]): string[] | null => {
  const texts = params.map(literal)
  return texts.every((text) => text !== null) ? texts : null
}

/** What runs statements: PGlite itself, or one transaction of its. */
type Statements = Pick<Transaction, 'query' | 'exec'>

/** Runs statements of one PGlite, those that it has planned by their names. */
const planning = () => {
  const seen = new Set<string>()
  const underWay = new Set<string>()
  const names = new Map<string, string>()
  let last = 0

  const isWorthIt = (text: string): boolean => {
    if (seen.has(text)) return names.size + underWay.size < PLANS && PLANNABLE.test(text)
    if (seen.size >= TEXTS_REMEMBERED) seen.clear()
    seen.add(text)
    return false
  }

  // A plan that another caller makes is not waited for: that caller may wait for the end of this one's transaction.
  const planOf = async (by: Statements, text: string): Promise<string | null> => {
    const known = names.get(text)
    if (known !== undefined) return known
    if (underWay.has(text) || !isWorthIt(text)) return null
    const name = `plan_${(last += 1)}`
    underWay.add(text)
    try {
      await by.exec(`prepare ${name} as ${text}`)
      names.set(text, name)
    } finally {
      underWay.delete(text)
    }
    return name
  }

  return (by: Statements) =>
    async (text: string, params: unknown[] = [], options?: QueryOptions) => {
      const values = literals(params)
      const plan = values === null ? null : await planOf(by, text)
      const read: QueryOptions = { rowMode: options?.rowMode ?? 'object' }
      if (values === null || plan === null) return by.query(text, params, read)
      const list = values.length === 0 ? '' : `(${values.join(',')})`
      const [result] = await by.exec(`execute ${plan}${list}`, read)
      return result
    }
}

/**
 * The same PGlite, planning a statement once instead of each time: from its second run on a statement is PREPAREd, and
 * then only EXECUTEd. In WebAssembly planning takes longer than running, and PGlite's own interface always does both,
 * in six messages where EXECUTE is one. Statements with values that have no plain literal go the usual way.
 */
export const keepPlans = (client: PGlite): PGlite => {
  Object.assign(client.parsers, TEXTS, { [types.BYTEA]: bytesOf })
  Object.assign(client.serializers, { [types.BYTEA]: textOf })
  const queryBy = planning()
  const query = queryBy(client)
  const transaction: PGlite['transaction'] = (work) =>
    client.transaction((own) => work(Object.assign(Object.create(own), { query: queryBy(own) })))

  return new Proxy(client, {
    get: (target, name) => {
      if (name === 'query') return query
      if (name === 'transaction') return transaction
      const member: unknown = Reflect.get(target, name, target)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}
