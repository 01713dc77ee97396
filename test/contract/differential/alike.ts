import type { WireRequest } from './proxy'

/** Values that must differ between two runs: another person, another moment, another secret. */
const BY_NAME: Readonly<Record<string, string>> = {
  authorization: '<bearer>',
  code: '<code>',
  phone_code: '<code>',
  encryptedData: '<sealed>',
  iv: '<sealed>',
  signature: '<sealed>',
  rawData: '<sealed>',
  openid: '<openid>',
  unionid: '<unionid>',
  wechat_unionid: '<unionid>',
  id: '<id>',
  user_id: '<id>',
  created_by: '<id>',
  created_at: '<time>',
  updated_at: '<time>',
  session_expires_at: '<time>',
  time: '<time>',
  date: '<time>',
  token: '<token>',
  authorization_field: '<policy>',
  policy: '<policy>',
  path: '<url>',
  cdn_path: '<url>',
  url: '<url>',
  nickName: '<nickname>',
  avatarUrl: '<url>',
  avatar: '<url>',
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

/**
 * A value as both clients should have it: what belongs to one person or one moment is replaced by its
 * name, empty stays empty, and an absent field is the same as an undefined one.
 */
export const alike = (value: unknown, tag: string): unknown => {
  const plain: unknown = value === undefined ? null : JSON.parse(JSON.stringify(value))
  return replaced(plain, tag, undefined)
}

const replaced = (value: unknown, tag: string, name: string | undefined): unknown => {
  const standIn = name === undefined ? undefined : BY_NAME[name]
  if (standIn !== undefined && !isEmpty(value) && typeof value !== 'object') return standIn
  if (typeof value === 'string') {
    return value.replaceAll(tag, '<who>').replace(/\d{11,}/g, '<number>')
  }
  if (Array.isArray(value)) return value.map((item) => replaced(item, tag, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, replaced(field, tag, key)]),
  )
}

/** A request as both clients should have sent it. */
export const alikeRequest = (
  { method, path, headers, body, status }: WireRequest,
  tag: string,
) => ({
  method,
  path: path.replace(/\/\d+\/$/, '/:id/'),
  headers: alike(headers, tag) as WireRequest['headers'],
  body: alike(body, tag),
  status,
})
