import type { Clock } from '../../../wx/phone/clock'

/** The machine's clock, shifted by the person at the preview. */
export interface ShiftingClock extends Clock {
  /** Moves time forward; what comes due runs at once. */
  advance: (ms: number) => void
}

interface Waiting {
  due: number
  timer: ReturnType<typeof setTimeout>
  run: () => void
}

/** Creates a clock that starts as the machine's. */
export const createShiftingClock = (): ShiftingClock => {
  const waiting = new Set<Waiting>()
  let shift = 0
  const now = () => Date.now() + shift

  const start = (entry: Omit<Waiting, 'timer'>): Waiting => ({
    ...entry,
    timer: setTimeout(entry.run, Math.max(0, entry.due - now())),
  })

  return {
    now,
    after: (ms, task) => {
      const run = () => {
        waiting.delete(entry)
        task()
      }
      const entry = start({ due: now() + ms, run })
      waiting.add(entry)
      return () => {
        clearTimeout(entry.timer)
        waiting.delete(entry)
      }
    },
    advance: (ms) => {
      shift += ms
      for (const entry of waiting) {
        clearTimeout(entry.timer)
        Object.assign(entry, start(entry))
      }
    },
  }
}
