import { type AccessTokens, createAccessTokens } from './access-tokens'
import { type Accounts, createAccounts } from './accounts'
import { type AppCheck, type Apps, type Bound, checkApp, isBound } from './apps'
import { type CallLog, createCallLog } from './call-log'
import { type Clock, createClock, inSeconds } from './clock'
import { seal, signRawData } from './crypto'
import { type Faults, createFaults } from './faults'
import { type Outbox, createOutbox } from './outbox'
import type { Person } from './people'
import { type PhoneNumbers, createPhoneNumbers } from './phone-numbers'
import { type Profiles, createProfiles } from './profiles'
import { type Derive, createDerive, createFresh } from './randomness'
import { type Era, type Lang, type UserProfileAnswer, userInfoIn } from './user-profile'

/** What makes one platform differ from another: seed, base time source (milliseconds), apps and which of them are bound. */
export interface PlatformSettings {
  seed: string
  now: () => number
  apps: Apps
  bound?: Bound
}

/** WeChat itself, without its HTTP API: accounts, codes and keys, on its own clock, with no I/O. */
export type Platform = Accounts & {
  clock: Clock
  profiles: Profiles
  phoneNumbers: PhoneNumbers
  accessTokens: AccessTokens
  faults: Faults
  calls: CallLog
  outbox: Outbox
  derive: Derive
  checkApp: (appid: string, secret: string) => AppCheck
  /** Whether people have a unionid in this mini-program. */
  hasUnionid: (appid: string) => boolean
  /** What wx.getUserProfile answers this person's yes with, in `era`. */
  userProfile: (person: Person, appid: string, era: Era, lang?: Lang) => UserProfileAnswer
  /** Sixteen bytes that are never given twice. */
  salt: () => Buffer
  /** A never repeated id in WeChat's form: seconds and two random numbers, in hexadecimal. */
  requestId: () => string
  /** Back to the beginning: nothing issued, nothing delivered, the clock at its base. People keep their openids. */
  reset: () => void
}

/** Opens a platform. Same settings and same calls, same answers. */
export const createPlatform = ({
  seed,
  now,
  apps,
  bound = 'no-app',
}: PlatformSettings): Platform => {
  const clock = createClock(now)
  const derive = createDerive(seed)
  const fresh = createFresh(derive, clock.now)
  const profiles = createProfiles(derive)
  const accounts = createAccounts(clock.now, derive, fresh, profiles)
  const phoneNumbers = createPhoneNumbers(clock.now, fresh, accounts)
  const accessTokens = createAccessTokens(clock.now, fresh)
  const faults = createFaults()
  const calls = createCallLog(clock.now)
  const outbox = createOutbox(clock.now)

  return {
    ...accounts,
    clock,
    profiles,
    phoneNumbers,
    accessTokens,
    faults,
    calls,
    outbox,
    derive,
    checkApp: (appid, secret) => checkApp(apps, appid, secret),
    hasUnionid: (appid) => isBound(bound, appid),
    userProfile: (person, appid, era, lang) => {
      const userInfo = userInfoIn(era, profiles.of(person), lang)
      if (era === 'real-without-crypto') return { errMsg: 'getUserProfile:ok', userInfo }
      const sessionKey = accounts.sessionKeyOf(person, appid)
      const rawData = JSON.stringify(userInfo)
      const watermark = { timestamp: inSeconds(clock.now()), appid }
      return {
        errMsg: 'getUserProfile:ok',
        userInfo,
        rawData,
        signature: signRawData(rawData, sessionKey),
        ...seal(userInfo, watermark, sessionKey, fresh('iv').subarray(0, 16)),
      }
    },
    salt: () => fresh('salt').subarray(0, 16),
    requestId: () => {
      const bytes = fresh('rid')
      const seconds = inSeconds(clock.now()).toString(16)
      return [seconds, bytes.toString('hex', 0, 4), bytes.toString('hex', 4, 8)].join('-')
    },
    reset: () => {
      clock.rewind()
      for (const part of [accounts, profiles, phoneNumbers, accessTokens, faults, calls, outbox]) {
        part.clear()
      }
    },
  }
}
