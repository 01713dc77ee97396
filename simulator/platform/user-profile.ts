import type { Sealed } from './crypto'
import type { Profile } from './profiles'

/**
 * The ages of wx.getUserProfile: real data without crypto fields (DevTools below base library 2.16.0), real data
 * with them, and since November 2022, from 2.27.1, an anonymous answer. docs/wechat.md 1.1.
 */
export type Era = 'real-without-crypto' | 'real' | 'anonymous'

/** The language of place names a mini-program may ask for. */
export type Lang = 'zh_CN' | 'zh_TW' | 'en'

/** UserInfo of the API reference. Gender, places and language carry nothing since 2021-10-20, unless `lang` was asked for. */
export interface UserInfo {
  nickName: string
  gender: 0
  language: Lang
  city: string
  province: string
  country: string
  avatarUrl: string
}

/** What wx.getUserProfile returns to `success`. */
export type UserProfileAnswer = { errMsg: 'getUserProfile:ok'; userInfo: UserInfo } & (
  object | ({ rawData: string; signature: string } & Sealed)
)

/** The grey avatar that WeChat returns instead of a real one. */
const greyAvatarUrl =
  'https://thirdwx.qlogo.cn/mmopen/vi_32/POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6icRiccVGKSyXwibcPq4BWmiaIGuG1icwxaQX6grC9VemZoJ8rg/132'

const isBelow = (version: string, limit: string): boolean => {
  const [a, b] = [version, limit].map((text) => text.split('.').map(Number))
  const at = [0, 1, 2].find((index) => a?.[index] !== b?.[index]) ?? 0
  return Number(a?.[at]) < Number(b?.[at])
}

/** The era of a base library version such as `2.27.1`, taken as running in DevTools. */
export const eraOf = (sdkVersion: string): Era => {
  if (isBelow(sdkVersion, '2.16.0')) return 'real-without-crypto'
  return isBelow(sdkVersion, '2.27.1') ? 'real' : 'anonymous'
}

/** Where everyone lives, in each language (API reference getUserProfile, lang). */
const PLACES: Readonly<Record<Lang, Pick<UserInfo, 'country' | 'province' | 'city'>>> = {
  zh_CN: { country: '中国', province: '广东', city: '广州' },
  zh_TW: { country: '中國', province: '廣東', city: '廣州' },
  en: { country: 'China', province: 'Guangdong', city: 'Guangzhou' },
}

const NOWHERE = { country: '', province: '', city: '' }

/** The user info that `era` shows of a profile; in a real one, language and place names are those of `lang`. */
export const userInfoIn = (era: Era, { nickName, avatarUrl }: Profile, lang?: Lang): UserInfo => {
  const language = era === 'anonymous' ? undefined : lang
  const shown =
    era === 'anonymous'
      ? { nickName: '微信用户', avatarUrl: greyAvatarUrl }
      : { nickName, avatarUrl }
  return {
    nickName: shown.nickName,
    gender: 0,
    language: language ?? 'zh_CN',
    ...(language === undefined ? NOWHERE : PLACES[language]),
    avatarUrl: shown.avatarUrl,
  }
}
