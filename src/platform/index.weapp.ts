import Taro from '@tarojs/taro'
import type { Platform } from './platform'
import { storage } from './storage'
import { transport } from './transport'

/** WeChat. */
export const platform: Platform = {
  client: 'WECHAT',
  transport,
  storage,
  loginCode: async () => (await Taro.login()).code,
  language: () => Taro.getAppBaseInfo().language ?? 'zh_CN',
}
