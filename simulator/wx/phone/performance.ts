import type { WxPorts } from '../ports'

/** One measured span, as wx.getPerformance reports it; times in milliseconds. */
export interface PerformanceEntry {
  entryType: 'navigation' | 'render' | 'script'
  name: 'appLaunch' | 'route' | 'firstRender' | 'evaluateScript'
  startTime: number
  duration: number
  path: string
}

interface Observer {
  types: readonly string[]
  tell: (list: object) => void
}

const listOf = (entries: readonly PerformanceEntry[]) => ({
  getEntries: () => entries,
  getEntriesByName: (name: string) => entries.filter((entry) => entry.name === name),
  getEntriesByType: (type: string) => entries.filter((entry) => entry.entryType === type),
})

/** `wx.getPerformance` over what the host measured (docs/wechat.md 7.9; typings Performance). */
export const createPerformance = ({ loop, adopt }: Pick<WxPorts, 'loop' | 'adopt'>) => {
  const entries: PerformanceEntry[] = []
  const observers = new Set<Observer>()

  const record = (entry: PerformanceEntry) => {
    entries.push(entry)
    for (const { types, tell } of [...observers]) {
      if (types.includes(entry.entryType)) {
        loop.guard('PerformanceObserver', () =>
          tell({ ...listOf([adopt(entry)]), entryList: adopt([entry]) }),
        )
      }
    }
  }

  const createObserver = (tell: (list: object) => void) => {
    let observer: Observer | undefined
    return {
      supportedEntryTypes: adopt(['navigation', 'render', 'script']),
      observe: ({ entryTypes }: { entryTypes: readonly string[] }) => {
        observer = { types: entryTypes, tell }
        observers.add(observer)
      },
      disconnect: () => {
        if (observer !== undefined) observers.delete(observer)
      },
    }
  }

  return {
    record,
    entries: entries as readonly PerformanceEntry[],
    apis: {
      getPerformance: () => ({
        ...listOf(adopt(entries)),
        createObserver,
        setBufferSize: () => undefined,
      }),
    },
  }
}
