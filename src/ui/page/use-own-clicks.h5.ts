import { useDidShow } from '@tarojs/taro'
import { useRef, type MouseEvent } from 'react'

/**
 * Keeps the second half of a double click that opened a page from clicking what lies there on the new page. Browsers
 * say by `detail` how many quick clicks one is of, 0 for a key.
 * @returns what the page calls with every click in it, before anything else receives it
 */
export const useOwnClicks = (): ((event: MouseEvent) => void) => {
  const hasBegun = useRef(false)
  useDidShow(() => {
    hasBegun.current = false
  })
  return (event) => {
    if (event.detail < 2) hasBegun.current = true
    if (hasBegun.current) return
    event.preventDefault()
    event.stopPropagation()
  }
}
