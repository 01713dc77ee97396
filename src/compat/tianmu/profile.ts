import type { Json } from '../../baas/read'
import type { User } from '../../baas/user'

/** The user as wx.tmSDK describes one (docs/protocol.md 1.3). What is deprecated there, or not ours, is empty. */
export interface TianmuProfile {
  /** @deprecated by the vendor */
  pid: string
  app_id: string
  open_id: string
  union_id: string
  nick_name: string
  avatar_url: string
  /** 1 male, 0 female, and 0 for everyone who never said. */
  gender: number
  city: string
  province: string
  country: string
  language: string
  /** @deprecated by the vendor */
  gold: number
  /** @deprecated by the vendor */
  diamond: number
  share_new: number
  share_times: number
  online_days: number
  /** Seconds. */
  online_duration: number
  /** Unix seconds. */
  last_login_time: number
  login_times: number
  from_scene: string
  from_code: string
  is_new: boolean
  ofp: string
  jwt: string
  login_province: string
  login_city: string
  login_district: string
}

const MALE = 1

/**
 * One of our users in that shape. Counts and places are those the backend keeps (logins.ts), else columns
 * of the user that a project keeps itself, else empty.
 */
export const tianmuProfile = (
  user: User,
  { appId, scene }: { appId: string; scene: string },
  logins: Json,
): TianmuProfile => {
  const known: Json = { ...user, ...logins }
  const count = (name: string) => Number(known[name] ?? 0) || 0
  const text = (name: string) => String(known[name] ?? '')
  return {
    pid: '',
    app_id: appId,
    open_id: text('openid'),
    union_id: text('unionid'),
    nick_name: user.nickname,
    avatar_url: user.avatar,
    gender: user.gender === MALE ? 1 : 0,
    city: text('city'),
    province: text('province'),
    country: text('country'),
    language: text('language'),
    gold: 0,
    diamond: 0,
    share_new: count('share_new'),
    share_times: count('share_times'),
    online_days: count('online_days'),
    online_duration: count('online_duration'),
    last_login_time: count('last_login_time'),
    login_times: count('login_times'),
    from_scene: scene || text('from_scene'),
    from_code: text('from_code'),
    is_new: known['is_new'] === true,
    ofp: '',
    jwt: '',
    login_province: text('login_province'),
    login_city: text('login_city'),
    login_district: text('login_district'),
  }
}
