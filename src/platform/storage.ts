import Taro from '@tarojs/taro'
import type { Storage } from '../auth/storage'

const device: Storage = {
  get: (key) => Taro.getStorageSync<unknown>(key),
  set: (key, value) => Taro.setStorageSync(key, value),
  remove: (key) => Taro.removeStorageSync(key),
}

const nothing = () => undefined

/** Storage that lasts as long as the page where the browser forbids localStorage, or its storage is full: a guest without a memory. */
const orMemory = (storage: Storage): Storage => {
  const memory = new Map<string, unknown>()
  const either = <T>(stored: () => T, kept: () => T): T => {
    try {
      return stored()
    } catch {
      return kept()
    }
  }
  return {
    get: (key) => (memory.has(key) ? memory.get(key) : either(() => storage.get(key), nothing)),
    set(key, value) {
      either(
        () => {
          storage.set(key, value)
          memory.delete(key)
        },
        () => {
          memory.set(key, value)
          // What is stored is older, and would be read again after a reload: a full storage reads, and does not write.
          either(() => storage.remove(key), nothing)
        },
      )
    },
    remove(key) {
      memory.delete(key)
      either(() => storage.remove(key), nothing)
    },
  }
}

/** The phone's own key-value storage; localStorage on the web. */
export const storage: Storage = __TARGET__ === 'h5' ? orMemory(device) : device
