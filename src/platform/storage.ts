import Taro from '@tarojs/taro'
import type { Storage } from '../auth/storage'

/** The phone's own key-value storage; localStorage on the web. */
export const storage: Storage = {
  get: (key) => Taro.getStorageSync<unknown>(key),
  set: (key, value) => Taro.setStorageSync(key, value),
  remove: (key) => Taro.removeStorageSync(key),
}
