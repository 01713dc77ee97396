import type { Element } from 'glass-easel'
import type { Activity } from '../logic/activity'
import type { Framework } from '../ports'

/** Attributes that put a value into a control: the screen may hold a newer one when they arrive. */
const VALUES: readonly string[] = ['value', 'checked', 'current']

/**
 * Lets the values that `setData` sets on controls reach the screen only `setDataMs` later, as between WeChat's two
 * threads (guide "setData"): what a person typed meanwhile is overwritten. The first value comes with the control.
 */
export const delayValues = (
  { glassEasel }: Framework,
  setDataMs: number,
  { later }: Pick<Activity, 'later'>,
): void => {
  if (setDataMs === 0) return
  const prototype = glassEasel.NativeNode.prototype as Element
  const { updateAttribute } = prototype
  const placed = new WeakMap<Element, Set<string>>()
  prototype.updateAttribute = function delayed(this: Element, name: string, value: unknown) {
    const names = placed.get(this) ?? new Set()
    placed.set(this, names)
    const isFirst = !names.has(name)
    names.add(name)
    const put = () => Reflect.apply(updateAttribute, this, [name, value]) as unknown
    if (isFirst || !VALUES.includes(name)) put()
    else later(setDataMs, 'setData', put)
  }
}
