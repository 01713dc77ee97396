import { smsCountries, type SmsCountry } from './sms-countries'
import { flag, oneOf, type Parsed, type Raw, type ReadField } from './fields'

/**
 * What the app contains. What is off is not in the bundle at all: WeChat compares the privacy guide with the
 * interfaces named in the package, used or not (docs/wechat.md 3.5).
 */
export interface Features {
  /** WeChat's phone button: none, the common one, or the one that checks at this moment and costs more. */
  phone: 'off' | 'oneTap' | 'realtime'
  /** Codes by text message: the other way to a phone number. */
  sms: boolean
  /** Countries and regions whose numbers are typed for such a code: those the server sends to (its SMS_COUNTRIES). */
  smsCountries: readonly SmsCountry[]
  /** The getUserProfile button: none, where WeChat still answers with a real profile, or always (docs/wechat.md 1.1). */
  profileButton: 'off' | 'whereAnswered' | 'always'
  /** Who writes WeChat's profile: the client (the backend must allow it), or the cloud function. */
  profileWriter: 'client' | 'cloudFunction'
  /** Whether WeChat's profile replaces the user's own fields (docs/protocol.md 8.5). */
  profileSync: 'setnx' | 'overwrite' | 'false'
  /** How often the app may offer to fill in the profile by itself; `first`: once. */
  profileOffer: 'never' | 'first' | { readonly everyDays: number }
  /** What its popup says the profile is for, by language: 1 to 30 UTF-16 units (docs/wechat.md 1.2). */
  profileDesc: string
  profileDescEn: string
  /** Who asks for consent to the privacy guide: WeChat's own popup, or a sheet of ours. */
  privacySheet: 'official' | 'own'
  /** The shape of wx.BaaS (src/compat/wx-baas), for code that was written for minapp-sdk. */
  wxBaas: boolean
  /** The shape of wx.tmSDK (src/compat/tianmu), for projects that come from it. */
  tianmu: boolean
}

const LONGEST_DESC = 30

const desc = (text: string): Parsed<string> =>
  text.length <= LONGEST_DESC
    ? { value: text }
    : { fault: `is "${text}"; WeChat takes at most ${LONGEST_DESC} characters` }

const profileOffer = (text: string): Parsed<Features['profileOffer']> => {
  if (text === 'never' || text === 'first') return { value: text }
  return /^[1-9]\d{0,3}$/.test(text)
    ? { value: { everyDays: Number(text) } }
    : { fault: `is "${text}"; give never, first, or a number of days` }
}

/** The settings' words for `profileButton`. */
const PROFILE_BUTTON = { false: 'off', true: 'whereAnswered', always: 'always' } as const

/** What a project has that says nothing else; `.env` repeats it with explanations. */
const DEFAULTS = {
  TARO_APP_WITH_UNIONID: 'false',
  TARO_APP_PHONE: 'oneTap',
  TARO_APP_SMS: 'true',
  TARO_APP_SMS_COUNTRIES: 'CN',
  TARO_APP_PROFILE_BUTTON: 'true',
  TARO_APP_PROFILE_WRITER: 'client',
  TARO_APP_PROFILE_SYNC: 'setnx',
  TARO_APP_PROFILE_OFFER: 'first',
  TARO_APP_PROFILE_DESC: '用于展示你的头像和昵称',
  TARO_APP_PROFILE_DESC_EN: 'To show your picture and name',
  TARO_APP_PRIVACY_SHEET: 'official',
  TARO_APP_WX_BAAS: 'false',
  TARO_APP_TIANMU: 'false',
} as const

/** The variables with a default filled in where one is missing. */
export const withFeatureDefaults = (raw: Raw): Raw => ({
  ...raw,
  ...Object.fromEntries(
    Object.entries(DEFAULTS).filter(([name]) => (raw[name]?.trim() ?? '') === ''),
  ),
})

/** Reads what the app contains; faults go to the reader. */
export const readFeatures = (read: ReadField): Features => ({
  phone: read('TARO_APP_PHONE', oneOf('off', 'oneTap', 'realtime'), 'off'),
  sms: read('TARO_APP_SMS', flag, false),
  smsCountries: read('TARO_APP_SMS_COUNTRIES', smsCountries, []),
  profileButton:
    PROFILE_BUTTON[read('TARO_APP_PROFILE_BUTTON', oneOf('true', 'false', 'always'), 'false')],
  profileWriter: read('TARO_APP_PROFILE_WRITER', oneOf('client', 'cloudFunction'), 'client'),
  profileSync: read('TARO_APP_PROFILE_SYNC', oneOf('setnx', 'overwrite', 'false'), 'setnx'),
  profileOffer: read('TARO_APP_PROFILE_OFFER', profileOffer, 'first'),
  profileDesc: read('TARO_APP_PROFILE_DESC', desc, ''),
  profileDescEn: read('TARO_APP_PROFILE_DESC_EN', desc, ''),
  privacySheet: read('TARO_APP_PRIVACY_SHEET', oneOf('official', 'own'), 'official'),
  wxBaas: read('TARO_APP_WX_BAAS', flag, false),
  tianmu: read('TARO_APP_TIANMU', flag, false),
})
