import type { Element } from 'glass-easel'
import { createScrollMemory, END_DISTANCE, type ScrollPosition } from '../core/controls/scrolling'
import type { Page } from '../core/view/page'
import type { WxNode } from './elements/wx-element'

const positionOf = (node: HTMLElement): ScrollPosition => {
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = node
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight }
}

/**
 * Reports what a person scrolls: a scroll-view to its handlers, the page to `onPageScroll` and, near its end,
 * `onReachBottom` (page reference "Page"). `reachBottomAt` is how near, in logical pixels: `onReachBottomDistance`
 * of the configuration.
 */
export const listenToScrolling = (
  document: Document,
  parts: {
    scrollView: (view: Element, at: ScrollPosition) => void
    page: () => Page | undefined
    reachBottomAt: (page: Page) => unknown
  },
): void => {
  const moved = createScrollMemory<Page>()
  const pageMoved = (page: Page, at: ScrollPosition) => {
    const distance = Number(parts.reachBottomAt(page) ?? END_DISTANCE)
    const { deltaY, reached } = moved(page, at, END_DISTANCE, distance)
    if (deltaY !== 0) page.call('onPageScroll', { scrollTop: at.scrollTop })
    if (reached.includes('bottom')) page.call('onReachBottom')
  }
  const options = { capture: true, passive: true }
  document.addEventListener(
    'scroll',
    ({ target }) => {
      const node = target as WxNode
      const page = parts.page()
      if (page !== undefined && node === page.container) pageMoved(page, positionOf(node))
      const { __wxElement: element, localName } = node
      if (element !== undefined && localName === 'wx-scroll-view') {
        parts.scrollView(element, positionOf(node))
      }
    },
    options,
  )
}
