import type { Storage } from '../../auth/storage'

/** The key under which this device keeps the id of the user who took their consent back, until they agree again. */
export const WITHDRAWN = 'consent.withdrawn'

/** Whether the user of this id took their consent back, so that nothing is collected or offered before they agree. */
export function hasWithdrawn(storage: Storage, userId: number): boolean {
  try {
    return storage.get(WITHDRAWN) === userId
  } catch {
    return false
  }
}
