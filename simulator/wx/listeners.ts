import type { WxPorts } from './ports'

/** A family of `onX` and `offX` with the listeners the bundle registered. */
export interface Listeners<Events extends { [Name in keyof Events]: object }> {
  /** `onX(listener)`. */
  on: <K extends keyof Events>(name: K) => (listener: (result: Events[K]) => void) => void
  /** `offX(listener?)`: without an argument all listeners go. */
  off: (name: keyof Events) => (listener?: (result: never) => void) => void
  emit: <K extends keyof Events & string>(name: K, result: Events[K]) => void
}

/** Creates such a family. */
export const createListeners = <Events extends { [Name in keyof Events]: object }>({
  loop,
  adopt,
}: Pick<WxPorts, 'loop' | 'adopt'>): Listeners<Events> => {
  type Listener = (result: never) => void
  const registered = new Map<keyof Events, Set<Listener>>()
  const of = (name: keyof Events) => {
    const known = registered.get(name) ?? new Set<Listener>()
    registered.set(name, known)
    return known
  }
  return {
    on: (name) => (listener) => void of(name).add(listener),
    off: (name) => (listener) => {
      if (listener === undefined) of(name).clear()
      else of(name).delete(listener)
    },
    emit: (name, result) => {
      for (const listener of [...of(name)]) {
        loop.guard(`wx.${name}`, () => listener(adopt(result) as never))
      }
    },
  }
}
