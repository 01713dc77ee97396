import Taro from '@tarojs/taro'
import { choosePicture } from './choose-picture'
import { clock } from './clock'
import { decorate } from './decorate'
import type { Platform } from './platform'
import { storage } from './storage'
import { transport, upload } from './transport'
import { appBaseInfo } from './weapp/app-base-info'
import { askProfile } from './weapp/ask-profile'
import { privacy } from './weapp/privacy'
import { textScale } from './weapp/text-scale'
import { wechat } from './weapp/wechat'

/** WeChat. */
export const platform: Platform = {
  client: 'WECHAT',
  // WeChat has better ones (wx.getRandomValues), but only asynchronously; enough for what is no credential.
  randomBytes: () => Array.from({ length: 16 }, () => Math.floor(Math.random() * 256)),
  transport,
  upload,
  storage,
  clock,
  lifecycle: {
    onShow: (listener) => decorate(() => Taro.onAppShow(listener)),
    onOnline: (listener) =>
      decorate(() =>
        Taro.onNetworkStatusChange(({ isConnected }) => {
          if (isConnected) listener()
        }),
      ),
    // A mini-program has no second tab.
    onStorage: () => undefined,
  },
  wechat,
  privacy,
  askProfile,
  choosePicture,
  language: () => appBaseInfo().language || 'zh_CN',
  textScale,
}
