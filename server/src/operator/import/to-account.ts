import { checkEmail, checkUsername, usernameColumns } from '../../accounts/identifiers/names'
import { isUserId } from '../../ids'
import { normalizePhone, sealPhone } from '../../security/phone'
import type { Vault } from '../../security/vault'
import type { ImportedAccount, Problem } from './account'
import { customFields, isKept } from './custom-fields'
import { isHash } from './password-hash'
import { isGiven, isTrue, momentOf, textOf, type Fields } from './values'

const LONGEST_OPENID = 128
const LONGEST_TEXT = 1024
const PROFILE = ['nickname', 'avatar', 'language', 'city', 'province', 'country'] as const

const wechatProfile = (fields: Fields): ImportedAccount['profile'] => {
  const provider: unknown = fields['_provider']
  const profile: unknown = Object(Object(provider)['wechat'])
  return Object.fromEntries(
    Object.entries(Object(profile)).filter(
      ([name, value]) =>
        !['openid', 'unionid'].includes(name) &&
        ((typeof value === 'string' && value.length <= LONGEST_TEXT) || typeof value === 'number'),
    ),
  ) as ImportedAccount['profile']
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
  const problems: Problem[] = []
  const id = textOf(fields, 'id') ?? ''
  const known = isUserId(id) ? Number(id) : null
  const problem = (field: string, reason: string) =>
    void problems.push({ line, id: known, field, reason })
  if (known === null) {
    problem('id', 'is missing or malformed')
    return { account: null, problems }
  }

  /** The text of a field, by either of its names; reports what is there and is none. */
  const given = (field: string, otherName = field): string | null => {
    const text = textOf(fields, otherName, field)
    if (text === null && isGiven(fields, otherName, field)) problem(field, 'is malformed')
    return text
  }
  const taken = <T>(field: string, read: (text: string) => T): T | null => {
    const text = given(field, `_${field}`)
    if (text === null) return null
    try {
      return read(text)
    } catch {
      problem(field, 'is malformed')
      return null
    }
  }
  const username = taken('username', checkUsername)
  const email = taken('email', checkEmail)
  const phone = taken('phone', normalizePhone)
  const hash = given('password_hash')
  if (hash !== null && !isHash(hash)) {
    problem('password_hash', 'is no argon2 hash of bearable cost: the person sets a new password')
  }

  const short = (field: string, most: number): string | null => {
    const text = given(field)
    if (text === null || text.length <= most) return text
    problem(field, 'is too long')
    return null
  }
  const openid = short('openid', LONGEST_OPENID)
  const moment = (field: string): Date | null => {
    const read = momentOf(fields, field)
    if (read === null && isGiven(fields, field)) problem(field, 'is malformed')
    return read
  }
  const createdAt = moment('created_at')
  const updatedAt = moment('updated_at')
  const custom = customFields(fields)
  if (custom === null) problem('custom fields', 'are too large')
  const profile = wechatProfile(fields)
  if (!isKept(profile)) problem('the WeChat profile', 'is too large or cannot be stored')
  const gender = Number(given('gender') ?? 0)
  const isGender = [0, 1, 2].includes(gender)
  if (!isGender) problem('gender', 'is malformed')
  return {
    problems,
    account: {
      line,
      openid,
      profile: isKept(profile) ? profile : {},
      createdAt,
      user: {
        id: known,
        createdAt: createdAt ?? now,
        updatedAt: updatedAt ?? createdAt ?? now,
        ...usernameColumns(username),
        email,
        emailVerified: email !== null && isTrue(fields, '_email_verified', 'email_verified'),
        ...(phone !== null && sealPhone(vault, phone)),
        phoneVerified: phone !== null && isTrue(fields, '_phone_verified', 'phone_verified'),
        // Where it came from is not known: with a WeChat, it is taken for WeChat's.
        phoneFromWechat: phone !== null && openid !== null,
        passwordHash: hash !== null && isHash(hash) ? hash : null,
        wechatUnionid: short('unionid', LONGEST_OPENID),
        ...Object.fromEntries(PROFILE.map((field) => [field, short(field, LONGEST_TEXT) ?? ''])),
        gender: isGender ? gender : 0,
        isAuthorized: isTrue(fields, 'is_authorized'),
        custom: custom ?? {},
      },
    },
  }
}
