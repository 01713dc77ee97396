import {
  and,
  eq,
  gt,
  gte,
  ilike,
  inArray,
  like,
  lt,
  lte,
  ne,
  notInArray,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import { users } from '../../db/schema'
import { ApiError } from '../../errors'
import { asksForParts, assertSmall } from './condition-size'

/** A condition on users, in SQL. */
export interface UserCondition {
  /** Which users match; undefined for all. */
  readonly matches: SQL | undefined
  /** What the matches have in common that an index finds; undefined for all. */
  readonly indexed: SQL | undefined
}

/** The condition of a search. */
export interface SearchCondition extends UserCondition {
  /** Whether it is asked of thousands of users one by one. */
  readonly isWide: boolean
}

/** Which column a search walks along: comparisons of ids then are a range of it. */
export type Walk = 'by-id' | 'by-creation'

const COLUMNS = { id: users.id, nickname: users.nickname } as const
const COMPARISONS = { $eq: eq, $ne: ne, $gt: gt, $gte: gte, $lt: lt, $lte: lte } as const
const RANGES: ReadonlySet<string> = new Set(['$gt', '$gte', '$lt', '$lte'])
const EXACT: ReadonlySet<string> = new Set(['$eq', '$in'])
const DEEPEST = 5
const MOST_VALUES = 100

const refused = (reason: string) => new ApiError('query_invalid', `where ${reason}.`)

type Scalar = string | number

const scalar = (name: string, value: unknown): Scalar => {
  const isFit =
    name === 'id' ? Number.isSafeInteger(value) : typeof value === 'string' && !value.includes('\0')
  if (!isFit) throw refused(`asks ${name} about a value of the wrong type`)
  return value as Scalar
}

const scalars = (name: string, value: unknown): Scalar[] => {
  if (!Array.isArray(value) || value.length > MOST_VALUES) {
    throw refused(`needs a list of at most ${MOST_VALUES} values for ${name}`)
  }
  return value.map((each) => scalar(name, each))
}

const pattern = (value: unknown) =>
  `%${String(scalar('nickname', value)).replace(/[\\%_]/g, '\\$&')}%`

// As the index users_nickname_characters has them.
const characters = (text: SQL | typeof users.nickname) => sql`string_to_array(lower(${text}), null)`

const comparison = (name: keyof typeof COLUMNS, operator: string, value: unknown): SQL => {
  const column = COLUMNS[name]
  if (Object.hasOwn(COMPARISONS, operator)) {
    return COMPARISONS[operator as keyof typeof COMPARISONS](column, scalar(name, value))
  }
  if (operator === '$in') return inArray(column, scalars(name, value))
  if (operator === '$nin') return notInArray(column, scalars(name, value))
  if (name === 'nickname' && operator === '$contains') return like(users.nickname, pattern(value))
  if (name === 'nickname' && operator === '$icontains') return ilike(users.nickname, pattern(value))
  throw refused('has an operator this server does not know')
}

/** What of a comparison an index answers, or at least narrows down. */
const narrowed = (name: keyof typeof COLUMNS, operator: string, value: unknown, walk: Walk) => {
  if (EXACT.has(operator)) return comparison(name, operator, value)
  if (name === 'id' && walk === 'by-id' && RANGES.has(operator)) {
    return comparison(name, operator, value)
  }
  if (operator === '$contains' || operator === '$icontains') {
    return sql`${characters(users.nickname)} @> ${characters(sql`${value}::text`)}`
  }
  return undefined
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const compared = (name: string, node: unknown, walk: Walk): UserCondition => {
  if (name !== 'id' && name !== 'nickname') throw refused('can ask about id and nickname only')
  const operators = Object.entries(isObject(node) ? node : { $eq: node })
  return {
    matches: and(...operators.map(([operator, value]) => comparison(name, operator, value))),
    indexed: and(...operators.map(([operator, value]) => narrowed(name, operator, value, walk))),
  }
}

/** One of several conditions; all users where one of them asks nothing, which `or` would leave out. */
const anyOf = (matches: readonly (SQL | undefined)[]): SQL | undefined => {
  if (matches.length === 0) throw refused('needs a condition for $or')
  return matches.includes(undefined) ? undefined : or(...matches)
}

const condition = (node: unknown, walk: Walk, depth: number): UserCondition => {
  if (!isObject(node) || depth > DEEPEST) throw refused('is no condition')
  const parts = Object.entries(node).map(([name, value]): UserCondition => {
    if (name !== '$and' && name !== '$or') return compared(name, value, walk)
    if (!Array.isArray(value) || value.length > MOST_VALUES) {
      throw refused(`needs a list for ${name}`)
    }
    const inner = value.map((each) => condition(each, walk, depth + 1))
    const matches = inner.map((each) => each.matches)
    if (name === '$or') return { matches: anyOf(matches), indexed: undefined }
    return { matches: and(...matches), indexed: and(...inner.map((each) => each.indexed)) }
  })
  return {
    matches: and(...parts.map((part) => part.matches)),
    indexed: and(...parts.map((part) => part.indexed)),
  }
}

/**
 * Reads the `where` of a request (docs/protocol.md 4.8). Rejects with 400 what this server does not know, and what
 * compares each user with too much.
 */
export const readUserCondition = (where: string, walk: Walk): SearchCondition => {
  let tree: unknown
  try {
    tree = where === '' ? {} : JSON.parse(where)
  } catch {
    throw refused('is no JSON')
  }
  assertSmall(tree)
  const read = condition(tree, walk, 0)
  const hasNoIndex = read.matches !== undefined && read.indexed === undefined
  return { ...read, isWide: hasNoIndex || asksForParts(tree) }
}
