import type { Element } from 'glass-easel'
import type { Dispatch } from '../view/events'
import { attribute } from './controls'

/** Where something is scrolled to, and how much of it is visible, in logical pixels. */
export interface ScrollPosition {
  scrollLeft: number
  scrollTop: number
  scrollWidth: number
  scrollHeight: number
  clientWidth: number
  clientHeight: number
}

type End = 'top' | 'bottom' | 'left' | 'right'

/** How near an end is when it counts as reached, in logical pixels (component reference "scroll-view"; page configuration). */
export const END_DISTANCE = 50

/** How far something has scrolled since the last report. */
interface Scrolled {
  deltaX: number
  deltaY: number
  /** Ends that it has reached since. */
  reached: readonly End[]
}

const near = (at: ScrollPosition, upper: number, lower: number): readonly End[] => {
  const below = at.scrollHeight - at.clientHeight - at.scrollTop
  const right = at.scrollWidth - at.clientWidth - at.scrollLeft
  const vertical = at.scrollHeight > at.clientHeight
  const horizontal = at.scrollWidth > at.clientWidth
  return [
    ...(vertical && at.scrollTop <= upper ? (['top'] as const) : []),
    ...(vertical && below <= lower ? (['bottom'] as const) : []),
    ...(horizontal && at.scrollLeft <= upper ? (['left'] as const) : []),
    ...(horizontal && right <= lower ? (['right'] as const) : []),
  ]
}

/**
 * Creates a memory of where things are scrolled to; each report returns what has changed since the last one. An end
 * counts as reached once, until it was left.
 */
export const createScrollMemory = <Key extends WeakKey>() => {
  const known = new WeakMap<Key, { at: ScrollPosition; ends: readonly End[] }>()
  return (key: Key, at: ScrollPosition, upper = END_DISTANCE, lower = END_DISTANCE): Scrolled => {
    const start = { ...at, scrollLeft: 0, scrollTop: 0 }
    const before = known.get(key) ?? { at: start, ends: near(start, upper, lower) }
    const ends = near(at, upper, lower)
    known.set(key, { at, ends })
    return {
      deltaX: before.at.scrollLeft - at.scrollLeft,
      deltaY: before.at.scrollTop - at.scrollTop,
      reached: ends.filter((end) => !before.ends.includes(end)),
    }
  }
}

const distance = (element: Element, name: string): number => {
  const given = Number.parseFloat(String(attribute(element, name) ?? END_DISTANCE))
  return Number.isFinite(given) ? given : END_DISTANCE
}

/** What a `scroll-view` reports when it stands elsewhere (component reference "scroll-view"): `scroll`, then the ends it came to. */
export const createScrollViews = (dispatch: Dispatch) => {
  const moved = createScrollMemory<Element>()
  return (view: Element, at: ScrollPosition): void => {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = at
    const [upper, lower] = [distance(view, 'upper-threshold'), distance(view, 'lower-threshold')]
    const { deltaX, deltaY, reached } = moved(view, at, upper, lower)
    dispatch(view, 'scroll', {
      ...{ scrollLeft, scrollTop, scrollWidth, scrollHeight, deltaX, deltaY },
    })
    for (const end of reached) {
      const side = end === 'top' || end === 'left' ? 'upper' : 'lower'
      dispatch(view, `scrollto${side}`, { direction: end })
    }
  }
}
