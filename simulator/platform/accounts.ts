import { timingSafeEqual } from 'node:crypto'
import { type Audience, createCodeBook } from './codes'
import { signWithSession } from './crypto'
import { TOURIST_APP_ID } from './apps'
import { type Identity, type Person, devToolsPerson, identityOf } from './people'
import type { Profiles } from './profiles'
import { type Derive, alphanumeric } from './randomness'
import { createSessionKeys } from './session-keys'

/** The code DevTools returns under the tourist AppID. It stands for one person and is never spent. */
export const MOCK_CODE = 'the code is a mock one'

/** What a login code is worth to the server of a mini-program (docs/wechat.md 5.2). */
type CodeExchange =
  | ({ kind: 'session'; sessionKey: string } & Identity)
  | { kind: 'used' }
  | { kind: 'invalid' }
  | { kind: 'blocked' }

/** Signing in: who is who, their codes and their session keys. */
export interface Accounts {
  /** wx.login: a new login code of this person. */
  login: (person: Person, audience: Audience) => string
  /** code2Session: spends a login code. */
  exchangeLoginCode: (code: string, appid: string) => CodeExchange
  /** The person opens the mini-program, signed in or not. */
  visit: (person: Person, appid: string) => Identity
  /** The openid, and the unionid if the app is bound, of a person in an app. */
  identityOf: (person: Person, appid: string) => Identity
  /** The person behind an openid this platform has given out. */
  personOf: (openid: string, appid: string) => Person | undefined
  /** The app a person signed in to last: what a call without AppID is about. */
  latestAppOf: (person: Person) => string
  /** When this person last used a mini-program, in milliseconds. */
  lastVisitOf: (person: Person) => number | undefined
  /** The valid session_key, made if there was none. */
  sessionKeyOf: (person: Person, appid: string) => string
  /** wx.checkSession: whether this person has a valid session_key. */
  hasSession: (person: Person, appid: string) => boolean
  /** Lets a session_key run out, as it does after an unpublished time without use. */
  endSession: (person: Person, appid: string) => void
  /** Whether `signature` was made with the person's valid session_key. WeChat reference, checkSessionKey. */
  isSignedBySession: (person: Person, appid: string, signature: string) => boolean
  /** ResetUserSessionKey: ends the key and returns a new one. */
  resetSessionKey: (person: Person, appid: string) => string
  /** Every openid given out. */
  identities: () => readonly { person: Person; appid: string; openid: string }[]
  clear: () => void
}

/** Accounts on the clock `now` (milliseconds), with identities from `derive` and codes and keys from `fresh`. */
export const createAccounts = (
  now: () => number,
  derive: Derive,
  fresh: Derive,
  profiles: Profiles,
): Accounts => {
  const codes = createCodeBook<'login'>(now)
  const keys = createSessionKeys(now, fresh)
  const visits = new Map<Person, { at: number; appid: string }>()
  const openids = new Map<string, { person: Person; appid: string; openid: string }>()

  const identify = (person: Person, appid: string) => {
    const identity = identityOf(derive, person, appid)
    openids.set(identity.openid, { person, appid, openid: identity.openid })
    profiles.of(person)
    return identity
  }

  const visit = (person: Person, appid: string) => {
    visits.set(person, { at: now(), appid })
    return identify(person, appid)
  }

  const latestAppOf = (person: Person) => visits.get(person)?.appid ?? TOURIST_APP_ID

  return {
    login: (person, audience) => {
      const code = alphanumeric(fresh('login-code'), 32)
      codes.issue(code, { person, audience, content: 'login' })
      keys.refresh(person, audience)
      profiles.of(person)
      if (audience.kind === 'app') visit(person, audience.appid)
      return code
    },
    exchangeLoginCode: (code, appid) => {
      const redemption =
        code === MOCK_CODE
          ? ({ kind: 'redeemed', person: devToolsPerson } as const)
          : codes.redeem(code, appid)
      if (redemption.kind !== 'redeemed') return redemption
      const { person } = redemption
      if (profiles.of(person).standing === 'high-risk') return { kind: 'blocked' }
      const identity = visit(person, appid)
      return { kind: 'session', sessionKey: keys.current(person, appid), ...identity }
    },
    visit,
    identityOf: identify,
    personOf: (openid, appid) => {
      const known = openids.get(openid)
      return known?.appid === appid ? known.person : undefined
    },
    latestAppOf,
    lastVisitOf: (person) => visits.get(person)?.at,
    sessionKeyOf: keys.current,
    hasSession: keys.has,
    endSession: keys.end,
    isSignedBySession: (person, appid, signature) => {
      if (!keys.has(person, appid)) return false
      const expected = Buffer.from(signWithSession('', keys.current(person, appid)))
      const given = Buffer.from(signature)
      return given.length === expected.length && timingSafeEqual(given, expected)
    },
    resetSessionKey: (person, appid) => {
      keys.end(person, appid)
      return keys.current(person, appid)
    },
    identities: () => [...openids.values()],
    clear: () => {
      codes.clear()
      keys.clear()
      visits.clear()
      openids.clear()
    },
  }
}
