import type { Storage } from '../../auth/storage'
import { quietly } from '../../auth/storage'

const KEY = 'link.pending'

/** Remembers for whom linking was begun, so that a killed app can finish it. Storage may refuse: then it cannot. */
export const rememberPending = (storage: Storage, userId: number): void =>
  quietly(() => storage.set(KEY, userId))

export const forgetPending = (storage: Storage): void => quietly(() => storage.remove(KEY))

/** Whether this user proved their account in the link flow, but no WeChat was linked yet. */
export function isPending(storage: Storage, user: { id: number; openid?: string | null }): boolean {
  if (user.openid) return false
  try {
    return storage.get(KEY) === user.id
  } catch {
    return false
  }
}
