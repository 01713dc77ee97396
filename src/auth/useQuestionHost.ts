import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { Question, QuestionHost } from './question'

/**
 * Lets a question be asked on this page while the component is there. `mount` and `asking` must be
 * the same from render to render.
 * @returns whether it is asked here, so that of several pages on top of each other one shows the sheet
 */
export const useQuestionHost = (
  mount: () => QuestionHost,
  asking: Question<unknown>['asking'],
): boolean => {
  const host = useRef<QuestionHost | null>(null)
  const [isAsked, setAsked] = useState(false)
  useEffect(() => {
    const mounted = mount()
    host.current = mounted
    const unsubscribe = asking.subscribe((isAsking) => setAsked(isAsking && mounted.isAsked()))
    return () => {
      unsubscribe()
      mounted.leave()
    }
  }, [mount, asking])
  useDidShow(() => host.current?.setShown(true))
  useDidHide(() => host.current?.setShown(false))
  return isAsked
}
