import Taro from '@tarojs/taro'
import type { Storage } from '../auth/storage'

const device: Storage = {
  get: (key) => Taro.getStorageSync<unknown>(key),
  set: (key, value) => Taro.setStorageSync(key, value),
  remove: (key) => Taro.removeStorageSync(key),
}

/** Storage that lasts as long as the page where the browser forbids localStorage: a guest without a memory. */
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
    get: (key) =>
      either(
        () => storage.get(key),
        () => memory.get(key),
      ),
    set: (key, value) =>
      either(
        () => storage.set(key, value),
        () => void memory.set(key, value),
      ),
    remove: (key) =>
      either(
        () => storage.remove(key),
        () => void memory.delete(key),
      ),
  }
}

/** The phone's own key-value storage; localStorage on the web. */
export const storage: Storage = __TARGET__ === 'h5' ? orMemory(device) : device
