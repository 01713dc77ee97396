import { badReply, fieldsOf, without } from './read'

type Text = string | null

/** A row of `_userprofile` as its owner sees it (docs/protocol.md 7.1); columns of your own come along untyped. */
export interface User {
  readonly id: number
  readonly nickname: string
  readonly avatar: string
  /** null or absent: no WeChat is linked. */
  readonly openid?: Text
  readonly unionid?: Text
  readonly gender?: number
  readonly language?: string
  readonly city?: string
  readonly province?: string
  readonly country?: string
  /** Unix seconds. */
  readonly created_at?: number
  readonly updated_at?: number
  readonly is_authorized?: boolean
  readonly _username?: Text
  readonly _email?: Text
  readonly _email_verified?: boolean
  readonly _phone?: Text
  readonly _phone_verified?: boolean
  /** What a person may be known by to others and to support, not in the order of joining. Of our server only. */
  readonly public_id?: string
  /** Of our server only. */
  readonly _has_password?: boolean
  readonly _anonymous?: boolean
  readonly _provider?: Readonly<Record<string, unknown>>
}

/** What a login reply says about the session, not about the user. */
const OF_THE_LOGIN = ['token', 'expires_in', '_session', 'user_id']

/** Columns that screens show as text. */
const TEXTS = ['public_id', 'openid', 'unionid', '_username', '_email', '_phone']

// A page that shows an object, or more than WeChat takes in one setData, stays empty.
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length < 5_000

const textOf = (value: unknown): string => (isText(value) ? value : '')

/**
 * Reads a user object, flat login replies included; throws BaasError 502 when it is not one. A built-in text that is
 * something else, or endless, counts as absent.
 */
export const readUser = (value: unknown): User => {
  const fields = fieldsOf(value)
  const { id = fields['user_id'], nickname, avatar } = fields
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) throw badReply('user')
  const odd = TEXTS.filter((name) => fields[name] !== null && !isText(fields[name]))
  const kept = without(fields, [...OF_THE_LOGIN, ...odd])
  return { ...kept, id, nickname: textOf(nickname), avatar: textOf(avatar) }
}

/** One column of the user, also one this project added itself. */
export const columnOf = (user: User, name: string): unknown =>
  (user as unknown as Readonly<Record<string, unknown>>)[name]
