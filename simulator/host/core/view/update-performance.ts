import type { Activity } from '../logic/activity'
import type { Realm } from '../ports'

type Told = (update: object) => void

/** The listeners of pages and components to their own updates (typings setUpdatePerformanceListener). */
export interface UpdateListeners {
  /** Sets the one listener of a page or component; none without `told`. */
  set: (
    instance: object,
    options: { withDataPaths?: boolean } | null,
    told: Told | undefined,
  ) => void
  /** Runs a setData of `instance` with these paths, and reports it to the listener. */
  during: (instance: object, paths: readonly string[], update: () => void) => void
}

/** Creates them. An update waits for nothing here: it begins when it is asked for. */
export const createUpdateListeners = (
  realm: Realm,
  { after }: Pick<Activity, 'after'>,
): UpdateListeners => {
  const known = new WeakMap<object, { told: Told; withDataPaths: boolean }>()
  const now = () => (realm.globals['Date'] as DateConstructor).now()
  let updates = 0
  return {
    set: (instance, options, told) => {
      if (told === undefined || options === null) known.delete(instance)
      else known.set(instance, { told, withDataPaths: options.withDataPaths === true })
    },
    during: (instance, paths, update) => {
      const listener = known.get(instance)
      const start = now()
      update()
      if (listener === undefined) return
      const reported = realm.adopt({
        updateProcessId: (updates += 1),
        isMergedUpdate: false,
        ...(listener.withDataPaths ? { dataPaths: [...paths] } : {}),
        pendingStartTimestamp: start,
        updateStartTimestamp: start,
        updateEndTimestamp: now(),
      })
      after(0, 'setUpdatePerformanceListener', () => listener.told(reported))
    },
  }
}
