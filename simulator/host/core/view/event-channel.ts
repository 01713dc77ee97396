type Listener = (...values: unknown[]) => void

/** One end of the channel between a page and the page it opened (guide "wx.navigateTo", EventChannel). */
export interface EventChannel {
  on: (event: string, listener: Listener) => void
  once: (event: string, listener: Listener) => void
  off: (event: string, listener?: Listener) => void
  /** Calls the listeners of the other end. */
  emit: (event: string, ...values: unknown[]) => void
}

type Guard = (where: string, task: () => void) => unknown

const createEnd = () => {
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  const of = (event: string) => listeners.get(event) ?? []
  const add = (once: boolean) => (event: string, listener: Listener) =>
    void listeners.set(event, [...of(event), { listener, once }])
  return {
    on: add(false),
    once: add(true),
    off: (event: string, listener?: Listener) =>
      void listeners.set(
        event,
        listener === undefined ? [] : of(event).filter((one) => one.listener !== listener),
      ),
    hear: (guard: Guard, event: string, values: readonly unknown[]) => {
      for (const entry of of(event)) {
        if (entry.once) {
          listeners.set(
            event,
            of(event).filter((other) => other !== entry),
          )
        }
        guard(`event channel ${event}`, () => entry.listener(...values))
      }
    },
  }
}

/** The channel of a `navigateTo`: `opener` for the page that navigates, with its `events`, `opened` for the new page. */
export const createEventChannel = (
  guard: Guard,
  events: Readonly<Record<string, unknown>>,
): { opener: EventChannel; opened: EventChannel } => {
  const [here, there] = [createEnd(), createEnd()]
  for (const [event, listener] of Object.entries(events)) {
    if (typeof listener === 'function') here.on(event, listener as Listener)
  }
  const endOf = (own: typeof here, other: typeof here): EventChannel => ({
    on: own.on,
    once: own.once,
    off: own.off,
    emit: (event, ...values) => other.hear(guard, event, values),
  })
  return { opener: endOf(here, there), opened: endOf(there, here) }
}
