import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import type { Asker } from './question'

/** Lets a question be asked on this page while the component is there. `mount` must be the same from render to render. */
export const useAsker = (mount: () => Asker): void => {
  const asker = useRef<Asker | null>(null)
  useEffect(() => {
    const mounted = mount()
    asker.current = mounted
    return mounted.leave
  }, [mount])
  useDidShow(() => asker.current?.setShown(true))
  useDidHide(() => asker.current?.setShown(false))
}
