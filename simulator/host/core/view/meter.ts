import type { Pace } from '../../../wx/pace'
import type { Activity } from '../logic/activity'
import type { UpdateListeners } from './update-performance'
import type { Framework } from '../ports'

/** What crossed from the logic layer to the view. */
export interface SetDataTraffic {
  calls: number
  /** Bytes of JSON, all calls together and the largest one. */
  bytes: number
  largest: number
}

/** WeChat's hard limit for one setData, in bytes (docs/wechat.md 7.4). */
const HARD_LIMIT = 1024 * 1024

/**
 * Counts every setData of pages and components (guide "setData"), and reports `rendered` once after those of one task. A call above 1 MB is
 * reported and not carried out. The adapter offers no hook for it, so its one shared method is wrapped.
 */
export const meterSetData = (
  { adapter }: Framework,
  activity: Activity,
  pace: Pick<Pace, 'note'>,
  { during }: Pick<UpdateListeners, 'during'>,
  rendered: () => void,
): SetDataTraffic => {
  let due = false
  const render = () => {
    due = false
    rendered()
  }
  const traffic: SetDataTraffic = { calls: 0, bytes: 0, largest: 0 }
  const face = adapter.component.ComponentCaller.prototype
  const { setData } = face
  face.setData = function metered(data: Record<string, unknown>, callback?: () => void) {
    const bytes = new TextEncoder().encode(JSON.stringify(data)).length
    traffic.calls += 1
    pace.note('setData')
    traffic.bytes += bytes
    traffic.largest = Math.max(traffic.largest, bytes)
    if (bytes > HARD_LIMIT) {
      activity.report('setData', new Error(`setData of ${bytes} bytes exceeds the limit of 1 MB.`))
      return
    }
    during(this, Object.keys(data), () => void Reflect.apply(setData, this, [data, callback]))
    if (!due) activity.after(0, 'after setData', render)
    due = true
  }
  return traffic
}
