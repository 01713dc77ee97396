import { fieldsOf, fromEntries } from '../baas/read'
import { columnOf, readUser, type User } from '../baas/user'
import { quietly, type Storage } from './storage'

/** The one record that is the truth about a session between two launches. */
export interface SessionRecord {
  readonly token: string
  /** As the phone's clock had it: a hint when to renew, never a reason to lock anyone out. */
  readonly expiresAtMs: number
  /** When the user was last fetched. */
  readonly refreshedAtMs: number
  readonly user: User
}

const KEY = 'session'

/**
 * What of the user is worth keeping: enough for the first screen. Phone number, e-mail address and
 * WeChat profile stay off the device (docs/protocol.md 9.18).
 */
const KEPT = [
  'id',
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

/** Reads the record, with one synchronous call; undefined when there is none or it cannot be read. */
export function loadRecord(storage: Storage): SessionRecord | undefined {
  try {
    const { token, expiresAtMs, refreshedAtMs, user } = fieldsOf(storage.get(KEY))
    if (typeof token !== 'string' || typeof expiresAtMs !== 'number') return undefined
    const refreshed = typeof refreshedAtMs === 'number' ? refreshedAtMs : 0
    return { token, expiresAtMs, refreshedAtMs: refreshed, user: readUser(user) }
  } catch {
    return undefined
  }
}

/** @param columns of the project's own that the first screen shows, and that may therefore be kept, too */
export function saveRecord(
  storage: Storage,
  record: SessionRecord,
  columns: readonly string[],
): void {
  quietly(() => storage.set(KEY, stored(record, columns)))
}

export function forgetRecord(storage: Storage): void {
  quietly(() => storage.remove(KEY))
}

/** Whether two records are stored as the same bytes, so that writing the second would change nothing. */
export const isStoredAlike = (
  a: SessionRecord,
  b: SessionRecord,
  columns: readonly string[],
): boolean => JSON.stringify(stored(a, columns)) === JSON.stringify(stored(b, columns))

// Always in the same order, whatever order a reply has.
const stored = (
  { token, expiresAtMs, refreshedAtMs, user }: SessionRecord,
  columns: readonly string[],
) => ({
  token,
  expiresAtMs,
  refreshedAtMs,
  user: fromEntries(
    [...KEPT, ...columns].map((name): [string, unknown] => [name, columnOf(user, name)]),
  ),
})
