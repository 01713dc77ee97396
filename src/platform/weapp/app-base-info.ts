import Taro from '@tarojs/taro'

type AppBaseInfo = Partial<ReturnType<typeof Taro.getAppBaseInfo>> & {
  /** From base library 2.23.4 on; Taro's types do not know it. */
  fontSizeScaleFactor?: number
}

/**
 * What WeChat reports about itself; nothing below base library 2.20.1, where only deprecated calls did
 * (docs/wechat.md 7.5).
 */
export const appBaseInfo = (): AppBaseInfo => {
  try {
    const call = Taro.getAppBaseInfo as (() => AppBaseInfo | undefined) | undefined
    return call?.call(Taro) || {}
  } catch {
    return {}
  }
}
