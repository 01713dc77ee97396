import Taro from '@tarojs/taro'
import { decorate } from './decorate'

/** Writes the title of the page on screen. */
export const showTitle = (title: string): void =>
  decorate(() => Taro.setNavigationBarTitle({ title }))

/** Writes the items of the tab bar, from the left. On tab pages only: WeChat refuses it anywhere else. */
export const showTabTitles = (texts: readonly string[]): void => {
  for (const [index, text] of texts.entries()) decorate(() => Taro.setTabBarItem({ index, text }))
}

/** Ends the animation of pull to refresh. */
export const endPullDown = (): void => decorate(() => Taro.stopPullDownRefresh())

/** Says something for a moment, over the page. */
export const showToast = (title: string): void =>
  decorate(() => Taro.showToast({ title, icon: 'none' }))
