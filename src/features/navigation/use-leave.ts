import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { leave } from './open'

/**
 * leave() for the end of something that takes time: while another page is in front it waits until this one is shown
 * again, and once this one is gone it does nothing, so that no one who went back is led on from where they are.
 */
export const useLeave = (): typeof leave => {
  const page = useRef<{ isShown: boolean; go?: () => void }>({ isShown: true })
  const show = (isShown: boolean) => {
    const { go } = page.current
    page.current = isShown ? { isShown } : { ...page.current, isShown }
    if (isShown) go?.()
  }
  useDidShow(() => show(true))
  useDidHide(() => show(false))
  useEffect(() => () => show(false), [])
  return (redirect) => {
    if (page.current.isShown) leave(redirect)
    else page.current = { isShown: false, go: () => leave(redirect) }
  }
}
