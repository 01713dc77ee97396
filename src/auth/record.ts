import { readUser } from '../baas/user'
import type { Session } from './session'

/** Where the session survives a closed app. Both calls are synchronous and may throw. */
export interface Storage {
  get(key: string): unknown
  set(key: string, value: unknown): void
  remove(key: string): void
}

type Member = Extract<Session, { tag: 'member' }>

const KEY = 'session'

/** Reads the stored session; undefined when there is none, it has expired or cannot be read. */
export function loadMember(storage: Storage, nowMs: number): Member | undefined {
  try {
    const record = storage.get(KEY)
    if (typeof record !== 'object' || record === null) return undefined
    const { token, expiresAtMs, user } = record as Record<string, unknown>
    if (typeof token !== 'string' || typeof expiresAtMs !== 'number') return undefined
    return expiresAtMs > nowMs
      ? { tag: 'member', token, expiresAtMs, user: readUser(user) }
      : undefined
  } catch {
    return undefined
  }
}

/** Keeps the session. A full or refused storage costs one more login at the next launch, nothing else. */
export function saveMember(storage: Storage, { token, expiresAtMs, user }: Member): void {
  quietly(() => storage.set(KEY, { token, expiresAtMs, user }))
}

export function forgetMember(storage: Storage): void {
  quietly(() => storage.remove(KEY))
}

function quietly(write: () => void): void {
  try {
    write()
  } catch {
    return
  }
}
