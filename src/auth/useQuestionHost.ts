import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import type { QuestionHost } from './question'

/** Lets a question be asked on this page while the component is there. `mount` must be the same from render to render. */
export const useQuestionHost = (mount: () => QuestionHost): void => {
  const host = useRef<QuestionHost | null>(null)
  useEffect(() => {
    const mounted = mount()
    host.current = mounted
    return mounted.leave
  }, [mount])
  useDidShow(() => host.current?.setShown(true))
  useDidHide(() => host.current?.setShown(false))
}
