import { fieldsOf, fromEntries } from '../baas/read'
import type { NewSession, SessionToken } from '../baas/session-token'
import { columnOf, readUser, type User } from '../baas/user'
import { quietly, type Storage } from './storage'

/** The one record that is the truth about a session between two launches. */
export interface StoredSession {
  readonly token: string
  /** As the phone's clock had it: a hint when to renew, never a reason to lock anyone out. */
  readonly expiresAtMs: number
  /** When the user was last fetched. */
  readonly refreshedAtMs: number
  readonly user: User
}

/** The session as minapp-sdk keeps it, for apps that have both: adopted once, mirrored off the launch path. */
export interface SdkSession {
  /** What minapp-sdk left behind. Rejects when the storage does. */
  adopt: () => Promise<StoredSession | undefined>
  /** Writes the session for minapp-sdk to find; stops once `isCurrent` says that the session has become another. */
  mirror: (record: StoredSession, isCurrent: () => boolean) => Promise<void>
  clear: () => void
}

/** How a session ended on purpose: remembered, so that no launch signs in until the person has. */
export type Ending = 'signedOut' | 'endedElsewhere'

/** How long before its end a session counts as expired, as in the SDK (docs/protocol.md 6.2). */
const MARGIN_SECONDS = 30

/** When a token issued now runs out, in milliseconds of the phone's clock. */
export const expiryOf = ({ expiresInSeconds }: SessionToken, nowMs: number): number =>
  nowMs + (expiresInSeconds - MARGIN_SECONDS) * 1_000

/** The record of a session that begins now. */
export const recordOf = ({ user, ...issued }: NewSession, nowMs: number): StoredSession => ({
  token: issued.token,
  expiresAtMs: expiryOf(issued, nowMs),
  refreshedAtMs: nowMs,
  user,
})

const KEY = 'session'

/**
 * What of the user is worth keeping: enough for the first screen. Phone number, e-mail address and
 * WeChat profile stay off the device (docs/protocol.md 9.18).
 */
const KEPT = [
  'id',
  'public_id',
  'openid',
  'unionid',
  'nickname',
  'avatar',
  'is_authorized',
  '_username',
  '_anonymous',
  '_email_verified',
  '_phone_verified',
]

/** What the device has of a session. */
export type OnDevice =
  | { readonly tag: 'session'; readonly record: StoredSession }
  /** The last one ended on purpose. */
  | { readonly tag: 'ended'; readonly how: Ending }
  /** None, or none that can be read. */
  | { readonly tag: 'none' }

const NONE: OnDevice = { tag: 'none' }

/** Reads what the device has, with one synchronous call. Never throws. */
export const loadSession = (storage: Storage): OnDevice => {
  try {
    const { ended, token, expiresAtMs, refreshedAtMs, user } = fieldsOf(storage.get(KEY))
    if (ended === 'signedOut' || ended === 'endedElsewhere') return { tag: 'ended', how: ended }
    if (typeof token !== 'string' || typeof expiresAtMs !== 'number') return NONE
    const refreshed = typeof refreshedAtMs === 'number' ? refreshedAtMs : 0
    const record = { token, expiresAtMs, refreshedAtMs: refreshed, user: readUser(user) }
    return { tag: 'session', record }
  } catch {
    return NONE
  }
}

/**
 * Stores a session in place of another. A storage that is full loses the other one all the same: the next launch would
 * sign in the person it belonged to.
 * @param columns of the project's own that the first screen shows, and that may therefore be kept, too
 */
export const saveSession = (
  storage: Storage,
  record: StoredSession,
  columns: readonly string[],
): void =>
  quietly(() => {
    try {
      storage.set(KEY, stored(record, columns))
    } catch {
      const kept = loadSession(storage)
      if (kept.tag !== 'session' || kept.record.token !== record.token) storage.remove(KEY)
    }
  })

/** Erases whatever is stored, and notes how the session ended if that was on purpose. */
export const eraseSession = (storage: Storage, ended?: Ending): void => {
  const erase = () => storage.remove(KEY)
  // One write, so that no other tab sees the session gone and not why. A full storage that refuses it keeps no token.
  quietly(() => {
    try {
      if (ended === undefined) erase()
      else storage.set(KEY, { ended })
    } catch {
      erase()
    }
  })
}

/** Whether two records are stored as the same bytes, so that writing the second would change nothing. */
export const isStoredAlike = (
  a: StoredSession,
  b: StoredSession,
  columns: readonly string[],
): boolean => JSON.stringify(stored(a, columns)) === JSON.stringify(stored(b, columns))

// Always in the same order, whatever order a reply has.
const stored = (
  { token, expiresAtMs, refreshedAtMs, user }: StoredSession,
  columns: readonly string[],
) => ({
  token,
  expiresAtMs,
  refreshedAtMs,
  user: fromEntries([...KEPT, ...columns].map((name) => [name, columnOf(user, name)])),
})
