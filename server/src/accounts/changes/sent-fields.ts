import { ApiError } from '../../errors'
import type { User } from '../users/account'
import { assertNickname } from '../users/nickname'

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

/** What a request sets of a user: columns, and custom fields, whose values may still be operators. */
export interface SentFields {
  readonly columns: Partial<User>
  readonly custom: readonly (readonly [name: string, value: unknown])[]
}

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

/** Throws 400 for custom fields, sent or kept, that take more than 16 KiB as JSON. */
export const assertFits = (custom: object): void => {
  if (Buffer.byteLength(JSON.stringify(custom)) <= LARGEST_CUSTOM_BYTES) return
  throw new ApiError(
    'field_invalid',
    `Custom fields have to fit into ${LARGEST_CUSTOM_BYTES} bytes.`,
  )
}

/**
 * Reads what a request sets; what is no built-in field is a custom one. Throws 400 for what may not be set here, and
 * for custom fields of more than 16 KiB together, operands included: what comes after takes time by their size.
 */
export const readSentFields = (changes: Readonly<Record<string, unknown>>): SentFields => {
  const columns: Partial<User> = {}
  const custom: [string, unknown][] = []
  for (const [name, value] of Object.entries(changes)) {
    if (isTextField(name)) columns[name] = textOf(name, value)
    else if (name === 'gender') columns.gender = genderOf(value)
    else if (GUARDED.has(name) || !CUSTOM_NAME.test(name)) {
      throw new ApiError('field_invalid', `${name.slice(0, 64)} cannot be set here.`)
    } else custom.push([name, value])
  }
  assertFits(Object.fromEntries(custom))
  if (columns.nickname !== undefined) assertNickname(columns.nickname)
  return { columns, custom }
}
