import Taro from '@tarojs/taro'
import { decorate } from './decorate'

/** What stays in view above: the label of a field. */
const LABEL_PX = 48

/**
 * Scrolls the page on screen to the element of this id unless all of it is seen; nothing below base library 2.20.1
 * (docs `wx.pageScrollTo`, `selector`).
 */
export const bringIntoView = (id: string): void => {
  const selector = `#${id}`
  const look = () =>
    Taro.createSelectorQuery()
      .select(selector)
      .boundingClientRect((found) =>
        decorate(() => {
          const { top, bottom } = [found].flat()[0] ?? { top: 0, bottom: 0 }
          const isSeen = top >= 0 && bottom <= Taro.getWindowInfo().windowHeight
          return isSeen || Taro.pageScrollTo({ selector, offsetTop: -LABEL_PX })
        }),
      )
      .exec()
  // Once what React has drawn is on the page.
  decorate(() => Taro.nextTick(() => decorate(look)))
}
