import type { Wheel } from '../../../../wx/phone/picker-sheet'

/** A part of a date or a time: its values when the parts before it are chosen, and how one is written. */
export interface Part {
  range: (before: readonly number[]) => readonly [first: number, last: number]
  text: (value: number) => string
}

/**
 * Wheels for parts that run from one moment to another: a limit holds for a part while all parts before it stand on it.
 * What lies outside is moved to the nearest value inside.
 */
export const boundedWheels = (
  parts: readonly Part[],
  from: readonly number[],
  to: readonly number[],
  at: readonly number[],
): readonly Wheel[] => {
  const chosen: number[] = []
  const isOn = (limit: readonly number[]) => chosen.every((value, part) => value === limit[part])

  return parts.map(({ range, text }, part) => {
    const [lowest, highest] = range(chosen)
    const first = isOn(from) ? Math.max(lowest, from[part] ?? lowest) : lowest
    const last = Math.max(first, isOn(to) ? Math.min(highest, to[part] ?? highest) : highest)
    const value = Math.min(Math.max(at[part] ?? first, first), last)
    chosen.push(value)
    const items = Array.from({ length: last - first + 1 }, (_, step) => ({
      value: first + step,
      text: text(first + step),
    }))
    return { items, at: value }
  })
}
