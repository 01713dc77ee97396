import type { Audience } from './codes'
import type { Person } from './people'
import type { Derive } from './randomness'

/**
 * The shortest time between two changes of a session_key, in milliseconds. WeChat's signature guide says that there is
 * such a time without a figure; one minute is ours.
 */
export const SESSION_KEY_MINIMUM_AGE_MS = 60 * 1000

/** The one valid session_key of each person in each mini-program: base64 of 16 bytes. */
export interface SessionKeys {
  /** What wx.login does: a new key, unless the last change is too recent. */
  refresh: (person: Person, audience: Audience) => void
  /** The valid key, made if there was none. */
  current: (person: Person, appid: string) => string
  /** Whether this person has a valid key. */
  has: (person: Person, appid: string) => boolean
  /** Forgets the key: whatever was made with it is worthless from now on. */
  end: (person: Person, appid: string) => void
  clear: () => void
}

interface Held {
  sessionKey: string
  since: number
}

/**
 * Session keys that change as WeChat's do (docs/wechat.md 5.4; guide "开放数据校验与解密"): a login replaces the
 * key and thereby ends the old one. A login for no app in particular counts for every app the person has used.
 * Times come from `now` (milliseconds), bytes from `fresh`.
 */
export const createSessionKeys = (now: () => number, fresh: Derive): SessionKeys => {
  const held = new Map<Person, Map<string, Held>>()

  const keysOf = (person: Person) => {
    const keys = held.get(person) ?? new Map<string, Held>()
    held.set(person, keys)
    return keys
  }

  const replace = (person: Person, appid: string) => {
    const sessionKey = fresh('session_key').subarray(0, 16).toString('base64')
    keysOf(person).set(appid, { sessionKey, since: now() })
    return sessionKey
  }

  return {
    refresh: (person, audience) => {
      const keys = keysOf(person)
      const appids = audience.kind === 'app' ? [audience.appid] : [...keys.keys()]
      for (const appid of appids) {
        const last = keys.get(appid)
        if (last === undefined || now() - last.since >= SESSION_KEY_MINIMUM_AGE_MS) {
          replace(person, appid)
        }
      }
    },
    has: (person, appid) => keysOf(person).has(appid),
    end: (person, appid) => {
      keysOf(person).delete(appid)
    },
    current: (person, appid) => keysOf(person).get(appid)?.sessionKey ?? replace(person, appid),
    clear: () => {
      held.clear()
    },
  }
}
