import type { StoredSession } from './stored-session'

/** Where the session survives a closed app. Every call is synchronous and may throw. */
export interface Storage {
  get(key: string): unknown
  set(key: string, value: unknown): void
  remove(key: string): void
}

/** The session as minapp-sdk keeps it, for apps that have both: adopted once, mirrored off the launch path. */
export interface SdkSession {
  /** What minapp-sdk left behind. Rejects when the storage does. */
  adopt(): Promise<StoredSession | undefined>
  /** Writes the session for minapp-sdk to find; stops once `isCurrent` says that the session has become another. */
  mirror(record: StoredSession, isCurrent: () => boolean): Promise<void>
  clear(): void
}

/** The same storage as minapp-sdk sees it, in its formats; apart, because it is kept off the launch path. */
export interface SdkStorage {
  load(key: string): Promise<unknown>
  save(key: string, value: unknown): Promise<void>
  /** Done when it returns, so that a closed app cannot leave a token behind. */
  remove(key: string): void
}

/** Runs a write that may fail: a full or refused storage costs one more login some day, nothing else. */
export function quietly(write: () => void): void {
  try {
    write()
  } catch {
    return
  }
}
