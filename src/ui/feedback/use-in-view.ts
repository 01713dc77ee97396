import { useEffect } from 'react'
import { bringIntoView } from '../../platform/bring-into-view'

/**
 * Brings into view what has just been said on a page: below the edge of the screen, a save that failed looks like none
 * at all. Nothing while `said` is undefined.
 */
export const useInView = (id: string, said: string | undefined): void =>
  useEffect(() => {
    if (__TARGET__ === 'weapp' && said !== undefined) bringIntoView(id)
  }, [id, said])
