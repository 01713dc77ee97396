import type { SdkStorage } from './sdk-session'

/** minapp-sdk's keys in a browser: JSON of `{value}` in localStorage (docs/protocol.md 6.1). */
export const sdkStorage: SdkStorage = {
  async load(key) {
    const text = localStorage.getItem(key)
    return text === null ? undefined : (JSON.parse(text) as { value?: unknown }).value
  },
  async save(key, value) {
    localStorage.setItem(key, JSON.stringify({ value }))
  },
  remove: (key) => localStorage.removeItem(key),
}
