import Taro from '@tarojs/taro'
import type { SdkStorage } from './sdk-session'

/** minapp-sdk's keys in WeChat: raw values (docs/protocol.md 6.1). */
export const sdkStorage: SdkStorage = {
  load: (key) =>
    Taro.getStorage<unknown>({ key }).then(
      ({ data }) => data,
      // WeChat rejects for a key that is not there.
      () => undefined,
    ),
  async save(key, value) {
    await Taro.setStorage({ key, data: value })
  },
  remove: (key) => Taro.removeStorageSync(key),
}
