import type { Fields } from './values'

// Of a user object of wx.BaaS, and of the columns that `toAccount` reads.
const BUILT_IN = new Set(
  'id user_id public_id openid unionid username email email_verified phone phone_verified password password_hash nickname avatar gender language city province country is_authorized created_at created_by updated_at token expires_in custom'.split(
    ' ',
  ),
)
const NAME = /^[a-z][a-z0-9_]{0,63}$/i
const LARGEST_BYTES = 16 * 1024
// JSON can spell what no database column holds.
const UNSTORABLE = /\\u0000|\\ud[89a-f]/i

/** The custom fields of a record: every field that is no built-in one, and what stands in `custom`. null: too large. */
export const customFields = (fields: Fields): Record<string, unknown> | null => {
  const beside = Object.entries(fields).filter(([name]) => !BUILT_IN.has(name) && NAME.test(name))
  const within = Object.entries(Object(fields['custom'])).filter(([name]) => NAME.test(name))
  const custom = Object.fromEntries([...beside, ...within])
  const text = JSON.stringify(custom)
  return Buffer.byteLength(text) > LARGEST_BYTES || UNSTORABLE.test(text) ? null : custom
}
