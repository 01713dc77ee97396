import type { Storage } from '../../src/auth/record'

/** A storage that lives as long as the test; hand the same map on to express a relaunch. */
export function memoryStorage(entries = new Map<string, unknown>()): Storage {
  return {
    get: (key) => entries.get(key),
    set: (key, value) => void entries.set(key, value),
    remove: (key) => void entries.delete(key),
  }
}
