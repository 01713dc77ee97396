import type { Element, ShadowedEvent } from 'glass-easel'
import type { Realm } from '../ports'

/** Where an event is: the component as its handler may see it (guide "WXML events", target). */
interface Target {
  id: string
  offsetLeft: number
  offsetTop: number
  dataset: Record<string, unknown>
}

/** A copy of plain data; what it points back to is left out. */
const copied = (value: object | null | undefined) => ({ ...value }) as Record<string, unknown>

/** The framework's element behind what an event names: itself, or the instance of a custom component. */
export const elementOf = (target: object): Element =>
  '_$' in target ? (target._$ as Element) : (target as Element)

const targetOf = (target: object): Target => {
  const { id, dataset } = elementOf(target)
  return { id, offsetLeft: 0, offsetTop: 0, dataset: copied(dataset) }
}

/** An event as a handler of the logic layer gets it: own properties only, and no circle (guide "WXML events", BaseEvent). */
export const createPlainEvents =
  ({ adopt }: Realm) =>
  (event: ShadowedEvent<unknown>) => {
    const plain = adopt({
      type: event.type,
      timeStamp: event.timeStamp,
      target: targetOf(event.target),
      currentTarget: targetOf(event.currentTarget),
      mark: copied(event.mark),
      ...event.extraFields,
    })
    return Object.assign(plain, { detail: event.detail })
  }
