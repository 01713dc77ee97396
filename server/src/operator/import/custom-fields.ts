import { isStorable } from '../../plugins/storable-json'
import type { Fields } from './values'

// Of a user object of wx.BaaS, and of the columns that `toAccount` reads.
const BUILT_IN = new Set(
  'id user_id public_id openid unionid username email email_verified phone phone_verified password password_hash nickname avatar gender language city province country is_authorized created_at created_by updated_at token expires_in custom'.split(
    ' ',
  ),
)
const NAME = /^[a-z][a-z0-9_]{0,63}$/i
const LARGEST_BYTES = 16 * 1024

/** Whether these fields are small enough to be kept, and a database column can hold them. */
export const isKept = (fields: Fields): boolean => {
  const text = JSON.stringify(fields)
  return Buffer.byteLength(text) <= LARGEST_BYTES && isStorable(text)
}

/** The custom fields of a record: every field that is no built-in one, beside `custom` and in it. null: too large. */
export const customFields = (fields: Fields): Record<string, unknown> | null => {
  const all = [...Object.entries(fields), ...Object.entries(Object(fields['custom']))]
  const custom = Object.fromEntries(all.filter(([name]) => !BUILT_IN.has(name) && NAME.test(name)))
  return isKept(custom) ? custom : null
}
