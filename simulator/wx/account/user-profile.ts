import type { Device } from '../phone/device'
import { supports } from '../versions'

/** WeChat's UserInfo, written out: the public API names no global types. */
interface UserInfo {
  nickName: string
  avatarUrl: string
  gender: 0 | 1 | 2
  language: 'en' | 'zh_CN' | 'zh_TW'
  city: string
  province: string
  country: string
}

/** What `getUserProfile` returns; the last four are missing where WeChat leaves them out. */
export interface UserProfile {
  userInfo: UserInfo
  rawData?: string
  signature?: string
  encryptedData?: string
  iv?: string
}

/** The eras of getUserProfile: real data with crypto fields, without them, and anonymous data (docs/wechat.md 1.1). */
export type ProfileEra = 'real' | 'real-without-crypto' | 'anonymous'

/** The language of place names a mini-program may ask for. */
export type Lang = 'zh_CN' | 'zh_TW' | 'en'

/** `lang` of a call; `en` unless it is another that WeChat knows (API reference getUserProfile, getUserInfo). */
export const langOf = (lang: unknown): Lang => (lang === 'zh_CN' || lang === 'zh_TW' ? lang : 'en')

/** Base libraries that ended DevTools' answers without crypto fields, and real answers altogether. */
const CRYPTO_IN_DEVTOOLS = '2.16.0'
const ANONYMOUS = '2.27.1'

/** The era of a phone, by its base library and platform. */
export const eraOf = ({
  libVersion,
  platform,
}: Pick<Device, 'libVersion' | 'platform'>): ProfileEra => {
  if (supports(libVersion, ANONYMOUS)) return 'anonymous'
  return platform === 'devtools' && !supports(libVersion, CRYPTO_IN_DEVTOOLS)
    ? 'real-without-crypto'
    : 'real'
}

/**
 * The era of getUserInfo and its button: real below 2.10.4, which had no getUserProfile, and in DevTools up to
 * 2.16.1; anonymous since (docs/wechat.md 1.5).
 */
export const userInfoEraOf = ({
  libVersion,
  platform,
}: Pick<Device, 'libVersion' | 'platform'>): ProfileEra => {
  const since = platform === 'devtools' ? '2.16.2' : '2.10.4'
  return supports(libVersion, since) ? 'anonymous' : 'real'
}
