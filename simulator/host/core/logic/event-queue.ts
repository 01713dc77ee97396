import type { Clock } from '../../../wx/phone/clock'
import type { Speed } from '../../../wx/phone/device'
import type { Activity } from './activity'

/** Brings events from the screen to the logic layer, which handles one after the other. */
export type Deliver = (where: string, handle: () => void) => void

/**
 * Creates the way of events to the logic layer of a phone: at once, or on a slow processor (`eventMs`) each after
 * the one before it has had its time.
 */
export const createEventQueue = (
  { eventMs }: Pick<Speed, 'eventMs'>,
  clock: Clock,
  { later }: Pick<Activity, 'later'>,
): Deliver => {
  if (eventMs === 0) return (_where, handle) => handle()
  let freeAt = 0
  return (where, handle) => {
    freeAt = Math.max(clock.now(), freeAt) + eventMs
    later(freeAt - clock.now(), where, handle)
  }
}
