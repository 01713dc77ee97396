import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { showTitle } from '../../platform/bars'

/** Shows a title in WeChat's bar; the bar belongs to the page on screen, so a hidden page does not set it. */
export const useTitle = (title: string): void => {
  const visible = useRef(false)
  const entitle = () => {
    if (visible.current) showTitle(title)
  }
  useDidShow(() => {
    visible.current = true
    entitle()
  })
  useDidHide(() => {
    visible.current = false
  })
  // Again when the person switches the language while the page is open.
  useEffect(entitle, [title])
}
