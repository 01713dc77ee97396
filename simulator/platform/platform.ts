import type { AppCheck, Apps } from './apps'
import { checkApp, isKnownApp } from './apps'
import type { Clock } from './clock'
import { createClock } from './clock'
import type { Audience } from './codes'
import { createCodeBook } from './codes'
import type { Identity, Person } from './people'
import { devToolsPerson, identityOf } from './people'
import { alphanumeric, createDerive, createFresh } from './randomness'
import { createSessionKeys } from './session-keys'

/** The code DevTools hands out under the tourist AppID. It stands for one person and is never spent. */
export const mockCode = 'the code is a mock one'

/** What a login code is worth to the server of a mini-program (WeChat rules 1.5). */
export type CodeExchange =
  ({ kind: 'session'; sessionKey: string } & Identity) | { kind: 'used' } | { kind: 'invalid' }

/** What makes one platform differ from another: the seed, the base time source (milliseconds) and the apps. */
export type PlatformSettings = { seed: string; now: () => number; apps: Apps }

/** WeChat itself, without its HTTP face: accounts, codes and keys, on its own clock, with no I/O. */
export type Platform = {
  clock: Clock
  isKnownApp: (appid: string) => boolean
  checkApp: (appid: string, secret: string) => AppCheck
  /** wx.login: a new login code of this person. */
  login: (person: Person, audience: Audience) => string
  /** code2Session: spends a login code. */
  exchangeLoginCode: (code: string, appid: string) => CodeExchange
  /** A value for the `rid` of an error answer. */
  requestId: () => string
  /** Back to the beginning: no codes, no keys, the clock at its base. People keep their openids. */
  reset: () => void
}

/** Opens a platform. Same settings and same calls, same answers. */
export const createPlatform = ({ seed, now, apps }: PlatformSettings): Platform => {
  const clock = createClock(now)
  const derive = createDerive(seed)
  const fresh = createFresh(derive, clock.now)
  const loginCodes = createCodeBook<'login'>(clock.now)
  const sessionKeys = createSessionKeys(clock.now, fresh)

  const redeemLoginCode = (code: string, appid: string) =>
    code === mockCode
      ? ({ kind: 'redeemed', person: devToolsPerson } as const)
      : loginCodes.redeem(code, appid)

  return {
    clock,
    isKnownApp: (appid) => isKnownApp(apps, appid),
    checkApp: (appid, secret) => checkApp(apps, appid, secret),
    login: (person, audience) => {
      const code = alphanumeric(fresh('login-code'), 32)
      loginCodes.issue(code, { person, audience, content: 'login' })
      sessionKeys.refresh(person, audience)
      return code
    },
    exchangeLoginCode: (code, appid) => {
      const redemption = redeemLoginCode(code, appid)
      if (redemption.kind !== 'redeemed') return redemption
      const { person } = redemption
      return {
        kind: 'session',
        sessionKey: sessionKeys.current(person, appid),
        ...identityOf(derive, person, appid),
      }
    },
    requestId: () => {
      const [a, b, c] = [0, 4, 8].map((at) => fresh('rid').readUInt32BE(at).toString(16))
      return `${a}-${b}-${c}`
    },
    reset: () => {
      clock.rewind()
      loginCodes.clear()
      sessionKeys.clear()
    },
  }
}
