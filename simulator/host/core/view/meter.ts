import type { Pace } from '../../../wx/pace'
import type { Activity } from '../logic/activity'
import type { UpdateListeners } from './update-performance'
import type { Framework } from '../ports'

/** What crossed from the logic layer to the view. */
export interface SetDataTraffic {
  calls: number
  /** Bytes of JSON of all calls together. */
  bytes: number
  /** Bytes of JSON of the largest call. */
  largest: number
}

/** WeChat's hard limit for one setData, in bytes (docs/wechat.md 7.4). */
const HARD_LIMIT = 1024 * 1024

const byteLength = (text: string) => new TextEncoder().encode(text).length
const typeOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1)

/**
 * Counts every setData of pages and components (guide "setData"), and reports `rendered` once after those of one
 * task. A call above 1 MB and one with a circle are reported and not carried out; of one without an object,
 * `complain` says so. As at WeChat none of them throws. The adapter offers no hook for it, so its one shared
 * method is wrapped.
 */
export const meterSetData = (parts: {
  framework: Framework
  activity: Activity
  pace: Pick<Pace, 'note'>
  updates: Pick<UpdateListeners, 'during'>
  rendered: () => void
  complain: (sentence: string) => void
}): SetDataTraffic => {
  const { activity, pace, updates, rendered, complain } = parts
  const { adapter } = parts.framework
  let due = false
  const render = () => {
    due = false
    rendered()
  }
  const traffic: SetDataTraffic = { calls: 0, bytes: 0, largest: 0 }
  const prototype = adapter.component.ComponentCaller.prototype
  const { setData } = prototype
  prototype.setData = function metered(data: Record<string, unknown>, callback?: () => void) {
    if (typeOf(data) !== 'Object') {
      complain(`setData accepts an Object rather than some ${typeOf(data)}`)
      return
    }
    const bytes = activity.guard('setData', () => byteLength(JSON.stringify(data)))
    if (bytes === undefined) return
    traffic.calls += 1
    pace.note('setData')
    traffic.bytes += bytes
    traffic.largest = Math.max(traffic.largest, bytes)
    if (bytes > HARD_LIMIT) {
      activity.report('setData', new Error(`setData of ${bytes} bytes exceeds the limit of 1 MB.`))
      return
    }
    updates.during(
      this,
      Object.keys(data),
      () => void Reflect.apply(setData, this, [data, callback]),
    )
    if (!due) activity.after(0, 'after setData', render)
    due = true
  }
  return traffic
}
