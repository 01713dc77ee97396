import { checkEmail, checkUsername, usernameColumns } from '../../accounts/identifiers/names'
import { isImportableId } from '../../ids'
import { normalizePhone, sealPhone } from '../../security/phone'
import type { Vault } from '../../security/vault'
import type { ImportedAccount, Problem } from './account'
import { customFields, isKept } from './custom-fields'
import { isHash } from './password-hash'
import { recordReader } from './record-reader'
import { isTrue, momentIn, textOf, type Fields } from './values'

const LONGEST_OPENID = 128
const LONGEST_TEXT = 1024
const PROFILE = ['nickname', 'avatar', 'language', 'city', 'province', 'country'] as const
const TOO_LONG = 'is too long'
const NO_HASH = 'is no argon2 hash of bearable cost: the person sets a new password'

const atMost = (most: number) => (text: string) => (text.length <= most ? text : null)
const hashIn = (text: string) => (isHash(text) ? text : null)
const genderIn = (text: string) => [0, 1, 2].find((gender) => gender === Number(text)) ?? null

const isOfProfile = (entry: [string, unknown]): entry is [string, string | number] => {
  const [name, value] = entry
  if (['openid', 'unionid'].includes(name)) return false
  return typeof value === 'number' || (typeof value === 'string' && value.length <= LONGEST_TEXT)
}

/** The WeChat profile in a user object; null for one that is too large or cannot be stored. */
const wechatProfile = (fields: Fields): ImportedAccount['profile'] | null => {
  const provider: unknown = fields['_provider']
  const profile: unknown = Object(Object(provider)['wechat'])
  const taken = Object.fromEntries(Object.entries(Object(profile)).filter(isOfProfile))
  return isKept(taken) ? taken : null
}

/**
 * The account that a record describes, by the names of a user object of wx.BaaS (`_username`) or plain ones
 * (`username`), and what of it could not be taken: null instead of an account without an id. An identifier counts as
 * verified only if the record says so (docs/decisions/0011, O1).
 */
export const toAccount = (
  vault: Vault,
  line: number,
  fields: Fields,
  now: Date,
): { readonly account: ImportedAccount | null; readonly problems: readonly Problem[] } => {
  const id = textOf(fields, 'id') ?? ''
  if (!isImportableId(id)) {
    const problem = { line, id: null, field: 'id', reason: 'is missing, malformed or too large' }
    return { account: null, problems: [problem] }
  }
  const read = recordReader(line, Number(id), fields)
  const username = read.named('username', checkUsername)
  const email = read.named('email', checkEmail)
  const phone = read.named('phone', normalizePhone)
  const passwordHash = read.field('password_hash', hashIn, NO_HASH)
  const openid = read.field('openid', atMost(LONGEST_OPENID), TOO_LONG)
  const createdAt = read.field('created_at', momentIn)
  const updatedAt = read.field('updated_at', momentIn)
  const custom = read.kept('custom fields', customFields(fields), 'are too large')
  const profile = read.kept(
    'the WeChat profile',
    wechatProfile(fields),
    'is too large or cannot be stored',
  )
  const gender = read.field('gender', genderIn) ?? 0
  return {
    problems: read.problems,
    account: {
      line,
      openid,
      profile,
      createdAt,
      user: {
        id: Number(id),
        createdAt: createdAt ?? now,
        updatedAt: updatedAt ?? createdAt ?? now,
        ...usernameColumns(username),
        email,
        emailVerified: email !== null && isTrue(fields, '_email_verified', 'email_verified'),
        ...(phone !== null && sealPhone(vault, phone)),
        phoneVerified: phone !== null && isTrue(fields, '_phone_verified', 'phone_verified'),
        // Where it came from is not known: with a WeChat, it is taken for WeChat's.
        phoneFromWechat: phone !== null && openid !== null,
        passwordHash,
        wechatUnionid: read.field('unionid', atMost(LONGEST_OPENID), TOO_LONG),
        ...Object.fromEntries(
          PROFILE.map((name) => [name, read.field(name, atMost(LONGEST_TEXT), TOO_LONG) ?? '']),
        ),
        gender,
        isAuthorized: isTrue(fields, 'is_authorized'),
        custom,
      },
    },
  }
}
