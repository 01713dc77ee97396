import type { Clock } from '../../../wx/phone/clock'
import type { Realm } from '../ports'

/** Makes the realm's `Date` return the phone's time: `Date.now()`, `new Date()` and `Date()`; everything else stays. */
export const followClock = ({ globals }: Realm, clock: Clock): void => {
  const RealDate = globals['Date'] as DateConstructor
  globals['Date'] = new Proxy(RealDate, {
    apply: () => new RealDate(clock.now()).toString(),
    construct: (target, given, asked) =>
      Reflect.construct(target, given.length === 0 ? [clock.now()] : given, asked) as Date,
    get: (target, member, receiver) =>
      member === 'now' ? clock.now : (Reflect.get(target, member, receiver) as unknown),
  })
}
