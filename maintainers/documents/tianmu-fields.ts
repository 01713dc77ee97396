import assert from 'node:assert/strict'
import { has, isA } from './holds'
import { by } from './row'
import type { TianmuPhone } from './tianmu'

/** A row about wx.tmSDK, on a phone of its own. */
export const tm = (at: string, what: string, check: (on: TianmuPhone) => Promise<unknown>) =>
  by('compat', at, what, (world) => check(world.tianmu()))

/** What a member is after the popup of a person who signed in once: a value, or a type where none is known. */
type Expected = (profile: Readonly<Record<string, unknown>>, on: TianmuPhone) => unknown

const GAME = 0
const NOTHING = ''
const ofWechat =
  (name: string): Expected =>
  (profile) =>
    profile[name]

/** The members that both documents print, with the lines of their tables. */
export const FIELDS: ReadonlyArray<
  readonly [name: string, expected: Expected, first: number, second: number]
> = [
  // Deprecated by the vendor: what its page prints.
  ['pid', () => NOTHING, 73, 102],
  ['app_id', () => 'touristappid', 74, 103],
  ['nick_name', ofWechat('nickName'), 77, 106],
  ['nick_name', ofWechat('nickName'), 0, 107],
  ['avatar_url', ofWechat('avatarUrl'), 78, 108],
  ['gender', ofWechat('gender'), 79, 112],
  ['language', ofWechat('language'), 80, 113],
  ['city', ofWechat('city'), 81, 116],
  ['province', ofWechat('province'), 82, 115],
  ['country', ofWechat('country'), 83, 114],
  // Counts of games and channels that no backend of ours keeps.
  ['gold', () => GAME, 84, 109],
  ['diamond', () => GAME, 84, 110],
  ['share_new', () => GAME, 85, 120],
  ['share_times', () => GAME, 86, 121],
  ['online_days', () => GAME, 87, 122],
  ['online_duration', () => GAME, 88, 123],
  ['from_code', () => NOTHING, 92, 0],
  ['from_scene', (_, on) => on.scene, 91, 0],
  ['login_times', () => 1, 90, 0],
  ['is_new', () => true, 93, 111],
  // The server of these rows was given no table of places: it knows none.
  ['login_province', () => NOTHING, 94, 117],
  ['login_city', () => NOTHING, 95, 118],
  ['login_district', () => NOTHING, 96, 119],
]

/** Throws unless the profile of wx.tmSDK has the member as WeChat's profile and the backend have it. */
export const holdsField = async (
  on: TianmuPhone,
  name: string,
  expected: Expected,
  profile: object,
) => {
  const { userInfo } = await on.profile()
  has(profile, { [name]: expected(userInfo, on) })
}

/** The popup with its usual description. */
export const popup = ({ tmSDK }: TianmuPhone) => tmSDK.updateUserProfile({ desc: '更新用户信息' })
/** What the getUserInfo button's handler does. */
export const button = async (on: TianmuPhone) => {
  await on.tmSDK.login()
  const { encryptedData, iv, signature } = await on.profile()
  return on.tmSDK.updateUserInfo({ encryptedData, iv, signature })
}

const idsOf = async (on: TianmuPhone) => {
  const { open_id, union_id } = await popup(on)
  const user = await on.user()
  return { open_id, union_id, user }
}
/** Throws unless open_id is the user's. */
export const openIdOf = async (on: TianmuPhone) => {
  const { open_id, user } = await idsOf(on)
  isA('string', open_id)
  assert.equal(open_id, user['openid'])
}
/** Throws unless union_id is the user's. */
export const unionIdOf = async (on: TianmuPhone) => {
  const { union_id, user } = await idsOf(on)
  assert.equal(union_id, user['unionid'] ?? '')
}
