import { eq, inArray, type SQL } from 'drizzle-orm'
import { hasName, lookupOf, type Name } from '../accounts/identifiers/names'
import { users, wechatIdentities } from '../db/schema'
import { ApiError } from '../errors'
import { isUserId } from '../ids'
import type { Operator } from './operator'
import { contactsOf } from './personal-data'
import { Refusal } from './refusal'
import type { ReportRecord } from './report'

const MOST_FOUND = 50

type Context = Operator['context']

/** The condition of a name as sign-ins look it up; null where `value` cannot be one. */
const named = ({ vault }: Context, kind: Name['kind'], value: string): SQL | null => {
  try {
    return hasName(vault, lookupOf({ kind, value }))
  } catch (error) {
    if (error instanceof ApiError) return null
    throw error
  }
}

const meanings = (context: Context, text: string): (readonly [by: string, SQL | null])[] => [
  ['id', isUserId(text) ? eq(users.id, Number(text)) : null],
  ['number', /^[1-9]\d{11}$/.test(text) ? eq(users.publicId, Number(text)) : null],
  [
    'openid',
    inArray(
      users.id,
      context.db
        .select({ id: wechatIdentities.userId })
        .from(wechatIdentities)
        .where(eq(wechatIdentities.openid, text)),
    ),
  ],
  ['phone', named(context, 'phone', text)],
  ['email', named(context, 'email', text)],
  ['username', named(context, 'username', text)],
]

/** The accounts that `text` may mean, personal data masked. Rejects with a `Refusal` when there is none. */
export const find = async ({ context }: Operator, text: string): Promise<ReportRecord[]> => {
  const found = new Map<number, ReportRecord & { readonly matched_by: string }>()
  for (const [by, condition] of meanings(context, text.trim())) {
    if (condition === null) continue
    const rows = await context.db.select().from(users).where(condition).limit(MOST_FOUND)
    for (const user of rows) {
      found.set(user.id, {
        id: user.id,
        number: String(user.publicId),
        matched_by: [found.get(user.id)?.matched_by, by].filter(Boolean).join(', '),
        nickname: user.nickname,
        username: user.username,
        ...contactsOf(context.vault, user, 'masked'),
        blocked_at: user.blockedAt,
        created_at: user.createdAt,
      })
    }
  }
  if (found.size === 0) {
    throw new Refusal('No account has this id, number, openid, phone, e-mail address or username.')
  }
  return [...found.values()]
}
