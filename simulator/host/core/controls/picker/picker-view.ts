import type { Element } from 'glass-easel'
import type { Controls } from '../controls'
import type { Dispatch } from '../../view/events'
import { ancestors, childrenOf, descendants, tagOf } from '../../view/tree'

/** The wheels of a `picker-view`, which lie in the page. */
export interface PickerViews {
  /** Turns its wheels to these items, left to right. */
  turn: (view: Element, to: readonly number[]) => void
  /** Turns one wheel, the others stay. */
  turnColumn: (column: Element, to: number) => void
}

const columnsOf = (view: Element) =>
  [...descendants(view)].filter((element) => tagOf(element) === 'picker-view-column')

/**
 * `picker-view` and `picker-view-column` (component reference): places counted from 0; one beyond the last item is
 * the last item; `pickstart`, `change` and `pickend` come when a wheel comes to rest elsewhere.
 */
export const createPickerViews = (controls: Controls, dispatch: Dispatch): PickerViews => {
  const inside = (columns: readonly Element[], wanted: readonly unknown[]) =>
    columns.map((column, index) => {
      const last = Math.max(0, childrenOf(column).length - 1)
      return Math.min(Math.max(Number(wanted[index] ?? 0), 0), last)
    })
  const standing = (view: Element) => {
    const value = controls.read(view)
    return inside(columnsOf(view), Array.isArray(value) ? value : [])
  }
  const turn = (view: Element, to: readonly number[]) => {
    const value = inside(columnsOf(view), to)
    if (value.join() === standing(view).join()) return
    dispatch(view, 'pickstart')
    controls.write(view, value)
    dispatch(view, 'change', { value } satisfies WechatMiniprogram.PickerViewChange['detail'])
    dispatch(view, 'pickend')
  }
  return {
    turn,
    turnColumn: (column, to) => {
      const view = [...ancestors(column)].find((element) => tagOf(element) === 'picker-view')
      if (view === undefined) return
      const turned = columnsOf(view).indexOf(column)
      turn(
        view,
        standing(view).map((at, index) => (index === turned ? to : at)),
      )
    },
  }
}
