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

/** Runs a write that may fail: a full or refused storage costs one more login some day, nothing else. */
export function quietly(write: () => void): void {
  try {
    write()
  } catch {
    return
  }
}
