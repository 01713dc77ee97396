/** Where the session survives a closed app. Every call is synchronous and may throw. */
export interface Storage {
  get: (key: string) => unknown
  set: (key: string, value: unknown) => void
  remove: (key: string) => void
}

/** What is stored under a key; undefined for nothing, and where the storage refuses to say. */
export const storedAt = (storage: Storage, key: string): unknown => {
  try {
    return storage.get(key)
  } catch {
    return undefined
  }
}

/** Runs a write that may fail: a full or refused storage costs one more login some day, nothing else. */
export const quietly = (write: () => void): void => {
  try {
    write()
  } catch {
    return
  }
}
