import { Type, type Static } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { WechatProfile } from '../../db/schema'
import { ApiError } from '../../errors'
import type { User } from '../users/account'

const short = Type.Optional(Type.String({ maxLength: 200 }))

/** What getUserProfile reports about a person; since 2021 gender and places are empty (docs/wechat.md 1.1). */
export const UserInfo = Type.Object({
  nickName: short,
  avatarUrl: Type.Optional(Type.String({ maxLength: 1024 })),
  gender: Type.Optional(Type.Union([Type.Integer({ minimum: 0, maximum: 2 }), Type.Null()])),
  language: short,
  city: short,
  province: short,
  country: short,
})

/** How WeChat's profile may touch the first level of the user (docs/protocol.md 8.5). */
export type Sync = 'overwrite' | 'setnx' | 'false'

const SYNCS: readonly Sync[] = ['overwrite', 'setnx', 'false']

/** The policy that a request names; `setnx` for anything else, as in the vendor's SDK. */
export const syncOf = (sent: unknown): Sync =>
  sent === false ? 'false' : (SYNCS.find((each) => each === sent) ?? 'setnx')

/** The fields a WeChat profile and a user share. */
export type ProfileFields = Pick<
  User,
  'nickname' | 'avatar' | 'gender' | 'language' | 'city' | 'province' | 'country'
>

const ANONYMOUS_NICKNAME = '微信用户'
// The grey avatar comes under several addresses; this much of its path they share (docs/wechat.md 1.4).
const GREY_AVATAR = 'POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6ic'

/** The user info in `rawData`, text as wx returned it. Rejects with 400 when it is none. */
export const parseUserInfo = (rawData: string): Static<typeof UserInfo> => {
  let info: unknown
  try {
    info = JSON.parse(rawData)
  } catch {
    info = null
  }
  if (!Value.Check(UserInfo, info)) {
    throw new ApiError('request_malformed', 'rawData is no user info of WeChat.')
  }
  return info
}

/** WeChat's names for a profile as ours. */
export const profileFields = (info: Static<typeof UserInfo>): ProfileFields => ({
  nickname: info.nickName ?? '',
  avatar: info.avatarUrl ?? '',
  gender: info.gender ?? 0,
  language: info.language ?? '',
  city: info.city ?? '',
  province: info.province ?? '',
  country: info.country ?? '',
})

/** Whether this is what WeChat answers instead of a profile since November 2022 (docs/wechat.md 1.4). */
export const isAnonymousProfile = ({ nickname, avatar }: ProfileFields): boolean =>
  nickname === ANONYMOUS_NICKNAME || avatar === '' || avatar.includes(GREY_AVATAR)

const wasNeverSet = (value: string | number) => value === '' || value === 0

/** The first-level fields that change under `sync`. An anonymous profile changes nothing (docs/wechat.md 1.4). */
export const syncedFields = (
  user: ProfileFields,
  profile: ProfileFields,
  sync: Sync,
): Partial<ProfileFields> => {
  if (sync === 'false' || isAnonymousProfile(profile)) return {}
  const names = Object.keys(profile) as (keyof ProfileFields)[]
  const changing = names.filter(
    (name) => !wasNeverSet(profile[name]) && (sync === 'overwrite' || wasNeverSet(user[name])),
  )
  return Object.fromEntries(changing.map((name) => [name, profile[name]]))
}

/** WeChat's own copy, `_provider.wechat`: always the latest, but an anonymous one never replaces a real one. */
export const providerCopy = (held: WechatProfile, profile: ProfileFields): WechatProfile =>
  isAnonymousProfile(profile) && Object.keys(held).length > 0 ? held : { ...profile }
