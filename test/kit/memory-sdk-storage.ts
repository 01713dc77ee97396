import type { SdkStorage } from '../../src/compat/wx-baas/sdk-session'

/** Storage as minapp-sdk sees it, that lives as long as the test, and counts. */
export const memorySdkStorage = (entries = new Map<string, unknown>()) => {
  const calls = { load: 0, save: 0, remove: 0 }
  const storage: SdkStorage = {
    async load(key) {
      calls.load += 1
      return entries.get(key)
    },
    async save(key, value) {
      calls.save += 1
      await Promise.resolve()
      entries.set(key, value)
    },
    remove(key) {
      calls.remove += 1
      entries.delete(key)
    },
  }
  return { ...storage, calls, entries }
}
