import Taro from '@tarojs/taro'
import { answered, PERSON_MS } from '../answered'
import type { Platform } from '../platform'
import { wechat } from './wechat'

/**
 * wx.login first and not awaited, getUserProfile in the same tick, then both together: an await between
 * would lose the tap, the other order would lose the session_key (docs/wechat.md 1.2, 1.3).
 */
const ask: NonNullable<Platform['askProfile']> = (desc) => {
  const login = wechat.loginCode()
  const popup = answered(() => Taro.getUserProfile({ desc, lang: 'zh_CN' }), PERSON_MS)
  return Promise.all([login, popup]).then(([code, { userInfo, ...sealed }]) => ({
    code,
    profile: { ...sealed, userInfo: { ...userInfo } },
  }))
}

/**
 * Absent where WeChat has taken the API away, or never had it (docs/wechat.md 1.7), and in builds without the button
 * (docs/wechat.md 3.5).
 */
export const askProfile: Platform['askProfile'] =
  __FEATURES__.profileButton !== 'off' && typeof Taro.getUserProfile === 'function'
    ? ask
    : undefined
