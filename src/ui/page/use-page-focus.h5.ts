import { useDidShow } from '@tarojs/taro'
import { useRef, type FocusEvent, type RefObject } from 'react'

/** The first page of a visit: the browser itself starts at the top of the document. */
let isArrival = true

/**
 * Moves the focus with the page, as a browser does with documents: to the heading of a page that opens, and back to
 * the control that led away when one returns.
 * @returns what the page calls when something in it takes the focus
 */
export const usePageFocus = (
  heading: RefObject<HTMLElement | null>,
): ((event: FocusEvent<HTMLElement>) => void) => {
  const last = useRef<HTMLElement | null>(null)
  useDidShow(() => {
    const target = last.current?.isConnected === true ? last.current : heading.current
    if (!isArrival) target?.focus()
    isArrival = false
  })
  return ({ target }) => {
    last.current = target
  }
}
