import { eq } from 'drizzle-orm'
import type { Context } from '../../context'
import { users } from '../../db/schema'
import { ApiError } from '../../errors'
import { holdSession } from '../../sessions/hold-session'
import type { Account, User } from '../users/account'
import { assertNickname } from '../users/nickname'
import { applyOperator } from '../users/operators'

const TEXT_FIELDS = ['nickname', 'avatar', 'language', 'city', 'province', 'country'] as const
const LONGEST_TEXT = 1024
const LARGEST_CUSTOM_BYTES = 16 * 1024
const CUSTOM_NAME = /^[a-z][a-z0-9_]{0,63}$/i
// Ours to set, by their own endpoints.
const GUARDED = new Set(
  'id public_id user_id openid unionid created_at created_by updated_at is_authorized token expires_in phone email username password email_verified phone_verified'.split(
    ' ',
  ),
)

const isTextField = (name: string): name is (typeof TEXT_FIELDS)[number] =>
  TEXT_FIELDS.some((field) => field === name)

const textOf = (name: string, value: unknown): string => {
  if (typeof value === 'string' && value.length <= LONGEST_TEXT) return value
  throw new ApiError(
    'field_invalid',
    `${name} has to be text of at most ${LONGEST_TEXT} characters.`,
  )
}

const genderOf = (value: unknown): number => {
  // An object may have no number and no text to be read as: its members are the sender's.
  const isNumber = typeof value === 'number' || (typeof value === 'string' && value !== '')
  const gender = isNumber ? Number(value) : NaN
  if ([0, 1, 2].includes(gender)) return gender
  throw new ApiError('field_invalid', 'gender has to be 0, 1 or 2.')
}

/** The columns after `changes`; what is no built-in field becomes a custom one. */
const changed = (user: User, changes: Readonly<Record<string, unknown>>): Partial<User> => {
  const columns: Partial<User> = {}
  const custom: Record<string, unknown> = { ...user.custom }
  for (const [name, value] of Object.entries(changes)) {
    if (isTextField(name)) columns[name] = textOf(name, value)
    else if (name === 'gender') columns.gender = genderOf(value)
    else if (GUARDED.has(name) || !CUSTOM_NAME.test(name)) {
      throw new ApiError('field_invalid', `${name.slice(0, 64)} cannot be set here.`)
    } else {
      // An object answers names such as toString from its prototype.
      const held = Object.hasOwn(custom, name) ? custom[name] : undefined
      custom[name] = applyOperator(name, held, value)
    }
  }
  if (Buffer.byteLength(JSON.stringify(custom)) > LARGEST_CUSTOM_BYTES) {
    throw new ApiError(
      'field_invalid',
      `Custom fields have to fit into ${LARGEST_CUSTOM_BYTES} bytes.`,
    )
  }
  if (columns.nickname !== undefined) assertNickname(columns.nickname)
  return { ...columns, custom }
}

/**
 * Sets fields of the caller's own user (docs/protocol.md 4.9), operators included; returns the account after it.
 * The row is locked, so operators of two requests at once both count. Rejects with 400 what may not be set here, and
 * as `holdSession` once the session of this token hash is over.
 */
export const updateUser = (
  context: Context,
  { user, wechat }: Account,
  changes: Readonly<Record<string, unknown>>,
  tokenHash: string | null,
): Promise<Account> =>
  context.db.transaction(async (tx) => {
    const held = await holdSession(tx, context, user.id, tokenHash)
    const [updated] = await tx
      .update(users)
      .set({ ...changed(held, changes), updatedAt: new Date(context.clock.now()) })
      .where(eq(users.id, user.id))
      .returning()
    return { user: updated ?? held, wechat }
  })
