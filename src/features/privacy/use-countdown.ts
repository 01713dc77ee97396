import { useEffect, useState } from 'react'
import type { Platform } from '../../platform/platform'

const SECOND_MS = 1_000

/** Whole seconds until `untilMs` (milliseconds since 1970), counted down second by second; 0 from then on. */
export const useCountdown = (clock: Platform['clock'], untilMs: number): number => {
  const [nowMs, setNowMs] = useState(clock.now)
  const leftMs = Math.max(0, untilMs - nowMs)

  useEffect(() => {
    if (leftMs === 0) return undefined
    return clock.after(leftMs % SECOND_MS || SECOND_MS, () => setNowMs(clock.now()))
  }, [clock, leftMs])

  return Math.ceil(leftMs / SECOND_MS)
}
