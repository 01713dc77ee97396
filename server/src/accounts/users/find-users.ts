import { asc, desc, sql, type SQL } from 'drizzle-orm'
import type { Context } from '../../context'
import { oncePerContext } from '../../db/once-per-context'
import { users } from '../../db/schema'
import { ApiError } from '../../errors'
import { createFairTurns } from '../../security/fair-turns'
import { consume, LIMITS, tooMany } from '../../security/limits'
import type { User } from './account'
import { readUserCondition, type UserCondition, type Walk } from './user-condition'

const RETRY_AFTER_MS = 1_000

/** A page of users (docs/protocol.md 4.8). */
export interface UserQuery {
  readonly limit: number
  readonly offset: number
  /** JSON; only id and nickname can be asked about. */
  readonly where: string
  readonly orderBy: string
  readonly withCount: boolean
}

/** The most users that pages skip, and about the most a search looks at of those an index finds. */
export const MOST_SEARCHED = 10_000

const ORDERS: Readonly<Record<string, { readonly walk: Walk; readonly by: SQL }>> = {
  id: { walk: 'by-id', by: sql`${asc(users.id)}` },
  '-id': { walk: 'by-id', by: sql`${desc(users.id)}` },
  created_at: { walk: 'by-creation', by: sql`${asc(users.createdAt)}, ${asc(users.id)}` },
  '-created_at': { walk: 'by-creation', by: sql`${desc(users.createdAt)}, ${desc(users.id)}` },
}

const tooWide = () =>
  new ApiError(
    'search_too_wide',
    `where matches too few of the first ${MOST_SEARCHED} users: search on with a range of id, ordered by id.`,
  )

/** The first users by an index, named `users` again so that a condition reads the same on them. */
const searched = ({ indexed }: UserCondition, order: SQL, most: number): SQL => sql`(
  select id, nickname, avatar, created_at from ${users} where ${indexed ?? sql`true`}
  order by ${order} limit ${most}) as users`

interface Found {
  readonly found: readonly Pick<User, 'id' | 'nickname' | 'avatar'>[]
  readonly total: number | null
  readonly hasMore: boolean
}

const search = async (
  { db }: Context,
  { limit, offset, withCount }: UserQuery,
  condition: UserCondition,
  by: SQL,
): Promise<Found> => {
  const matches = condition.matches ?? sql`true`
  const most = MOST_SEARCHED + limit + 1
  const { rows } = await db.execute<{ id: string | number; nickname: string; avatar: string }>(sql`
    select id, nickname, avatar from ${searched(condition, by, most)} where ${matches}
    order by ${by} limit ${limit + 1} offset ${offset}`)
  if (rows.length <= limit && condition.matches !== undefined) {
    const past = await db.execute(sql`
      select 1 from ${searched(condition, by, most + 1)} offset ${most}`)
    if (past.rows.length > 0) throw tooWide()
  }
  const counted = withCount
    ? await db.execute<{ total: number }>(sql`
        select count(*)::int as total from ${searched(condition, by, most)} where ${matches}`)
    : null
  return {
    found: rows.slice(0, limit).map((row) => ({ ...row, id: Number(row.id) })),
    total: counted?.rows[0]?.total ?? null,
    hasMore: rows.length > limit,
  }
}

const lane = () =>
  createFairTurns({
    most: 1,
    mostOfOne: 1,
    mostWaiting: 200,
    mostWaitingOfOne: 20,
    busy: () => tooMany(RETRY_AFTER_MS),
  })

/**
 * Searches one after another, in turn of those who ask, wide ones apart from the others, which are quicker: what else
 * waits for the embedded database waits for two of them, not for all.
 */
const lanes = oncePerContext(() => ({ wide: lane(), narrow: lane() }))

/**
 * What others may see of the users that match, for the user `callerId`. A search looks at some ten thousand users at
 * most, and a count counts no more, so that no condition makes the database read them all. Rejects with 400 for a
 * condition or order this server does not know, and when the page is not full after so many users and there are more:
 * then the search has to name a narrower range of ids. Rejects with 429 beyond the limit of searches that no index
 * narrows, or that look for parts of nicknames, and when too many searches wait, or `ended` is aborted before the turn.
 */
export const findUsers = async (
  context: Context,
  callerId: number,
  query: UserQuery,
  ended?: AbortSignal,
): Promise<Found> => {
  const order = Object.hasOwn(ORDERS, query.orderBy) ? ORDERS[query.orderBy] : undefined
  if (order === undefined) {
    throw new ApiError(
      'query_invalid',
      `order_by has to be one of ${Object.keys(ORDERS).join(', ')}.`,
    )
  }
  const condition = readUserCondition(query.where, order.walk)
  const run = () => search(context, query, condition, order.by)
  const { wide, narrow } = lanes(context)
  const caller = String(callerId)
  if (!condition.isWide) return narrow.run(caller, ended, run)
  await consume(context, LIMITS.wideSearchesPerUser, caller)
  return wide.run(caller, ended, run)
}
