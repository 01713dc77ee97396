import Taro from '@tarojs/taro'
import { clock } from './clock'
import type { Platform } from './platform'
import { storage } from './storage'
import { transport, upload } from './transport'
import { appBaseInfo } from './weapp/app-base-info'
import { askProfile } from './weapp/ask-profile'
import { privacy } from './weapp/privacy'
import { sdkStorage } from './sdk-storage'
import { textScale } from './weapp/text-scale'
import { wechat } from './weapp/wechat'

/** WeChat. */
export const platform: Platform = {
  client: 'WECHAT',
  transport,
  upload,
  storage,
  sdkStorage,
  clock,
  lifecycle: {
    onShow: (listener) => Taro.onAppShow(listener),
    onOnline: (listener) =>
      Taro.onNetworkStatusChange(({ isConnected }) => {
        if (isConnected) listener()
      }),
  },
  wechat,
  privacy,
  askProfile,
  language: () => appBaseInfo().language ?? 'zh_CN',
  textScale,
}
