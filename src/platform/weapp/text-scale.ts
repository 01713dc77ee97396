import Taro from '@tarojs/taro'

/** WeChat's own font-size setting, as a factor; it is part of getAppBaseInfo from base library 2.23.4 on. */
export function textScale(): number {
  const { fontSizeScaleFactor: factor } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: unknown }
  return typeof factor === 'number' && factor > 0 ? factor : 1
}
