import { quietly, storedAt, type Storage } from '../auth/storage'

const KEY = 'device_id'

/**
 * The id this device is known by, 32 hex digits: made on first need and kept through sign-outs, so that the server
 * can distinguish a device that has signed in before from one that guesses. A storage that fails costs a new id
 * for every launch.
 * @param randomBytes returns 16 of them
 */
export const createDeviceId = (storage: Storage, randomBytes: () => number[]): (() => string) => {
  let id: unknown
  return () => {
    id ??= storedAt(storage, KEY)
    if (typeof id === 'string' && /^[\w-]{16,64}$/.test(id)) return id
    const made = randomBytes()
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')
    id = made
    quietly(() => storage.set(KEY, made))
    return made
  }
}
