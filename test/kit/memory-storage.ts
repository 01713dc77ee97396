import type { Storage } from '../../src/auth/storage'

/** What comes out is never the object that went in, as on a phone. */
const copy = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value))

/** Storage that lives as long as the test, and counts; hand the same map on to express a relaunch. */
export const memoryStorage = (entries = new Map<string, unknown>()) => {
  const calls = { get: 0, set: 0, remove: 0 }
  const storage: Storage = {
    get(key) {
      calls.get += 1
      return copy(entries.get(key))
    },
    set(key, value) {
      calls.set += 1
      entries.set(key, copy(value))
    },
    remove(key) {
      calls.remove += 1
      entries.delete(key)
    },
  }
  return { ...storage, calls, entries }
}
