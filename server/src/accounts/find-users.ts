import {
  and,
  asc,
  count,
  desc,
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
  type SQL,
} from 'drizzle-orm'
import type { Context } from '../context'
import { users } from '../db/schema'
import { ApiError } from '../errors'
import type { User } from './account'

/** A page of users (wire contract 1.2 #15). */
export interface UserQuery {
  readonly limit: number
  readonly offset: number
  /** JSON; only id and nickname can be asked about. */
  readonly where: string
  readonly orderBy: string
  readonly withCount: boolean
}

const COLUMNS = { id: users.id, nickname: users.nickname } as const
const ORDERS: Readonly<Record<string, SQL>> = {
  id: asc(users.id),
  '-id': desc(users.id),
  created_at: asc(users.createdAt),
  '-created_at': desc(users.createdAt),
}
const DEEPEST = 5
const MOST_VALUES = 100

const refused = (reason: string) => new ApiError(400, `where ${reason}.`)

type Scalar = string | number

const scalar = (name: string, value: unknown): Scalar => {
  const isFit =
    name === 'id' ? Number.isSafeInteger(value) : typeof value === 'string' && !value.includes('\0')
  if (!isFit) throw refused(`asks ${name} about a value of the wrong type`)
  return value as Scalar
}

const scalars = (name: string, value: unknown): Scalar[] => {
  if (!Array.isArray(value) || value.length > MOST_VALUES)
    throw refused(`needs a list of at most ${MOST_VALUES} values for ${name}`)
  return value.map((each) => scalar(name, each))
}

const pattern = (value: unknown) =>
  `%${String(scalar('nickname', value)).replace(/[\\%_]/g, '\\$&')}%`

const comparison = (name: keyof typeof COLUMNS, operator: string, value: unknown): SQL => {
  const column = COLUMNS[name]
  const compare = { $eq: eq, $ne: ne, $gt: gt, $gte: gte, $lt: lt, $lte: lte }[operator]
  if (compare !== undefined) return compare(column, scalar(name, value))
  if (operator === '$in') return inArray(column, scalars(name, value))
  if (operator === '$nin') return notInArray(column, scalars(name, value))
  if (name === 'nickname' && operator === '$contains') return like(users.nickname, pattern(value))
  if (name === 'nickname' && operator === '$icontains') return ilike(users.nickname, pattern(value))
  throw refused('has an operator this server does not know')
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const condition = (node: unknown, depth: number): SQL | undefined => {
  if (!isObject(node) || depth > DEEPEST) throw refused('is no condition')
  const parts = Object.entries(node).map(([name, value]): SQL | undefined => {
    if (name === '$and' || name === '$or') {
      if (!Array.isArray(value) || value.length > MOST_VALUES)
        throw refused(`needs a list for ${name}`)
      const inner = value.map((each) => condition(each, depth + 1))
      return name === '$and' ? and(...inner) : or(...inner)
    }
    if (name !== 'id' && name !== 'nickname') throw refused('can ask about id and nickname only')
    if (!isObject(value)) return comparison(name, '$eq', value)
    return and(...Object.entries(value).map(([operator, each]) => comparison(name, operator, each)))
  })
  return and(...parts)
}

const parsed = (where: string): SQL | undefined => {
  let tree: unknown
  try {
    tree = where === '' ? {} : JSON.parse(where)
  } catch {
    throw refused('is no JSON')
  }
  return condition(tree, 0)
}

/** What others may see of the users that match. Rejects with 400 for a condition or order this server does not know. */
export const findUsers = async (
  { db }: Context,
  { limit, offset, where, orderBy, withCount }: UserQuery,
): Promise<{
  found: Pick<User, 'id' | 'nickname' | 'avatar'>[]
  total: number | null
  hasMore: boolean
}> => {
  const matches = parsed(where)
  const order = Object.hasOwn(ORDERS, orderBy) ? ORDERS[orderBy] : undefined
  if (order === undefined)
    throw new ApiError(400, `order_by has to be one of ${Object.keys(ORDERS).join(', ')}.`)
  const rows = await db
    .select({ id: users.id, nickname: users.nickname, avatar: users.avatar })
    .from(users)
    .where(matches)
    .orderBy(order)
    .limit(limit + 1)
    .offset(offset)
  const counted = withCount ? await db.select({ total: count() }).from(users).where(matches) : []
  return {
    found: rows.slice(0, limit),
    total: counted[0]?.total ?? null,
    hasMore: rows.length > limit,
  }
}
