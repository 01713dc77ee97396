import { addLatest } from './latest'
import type { Pace } from './pace'

/** One call of the bundle to `wx`: never its arguments, which hold codes and tokens. */
export interface WxCall {
  name: string
  /** Whether it was made inside a tap. */
  inTap: boolean
  /** Milliseconds on the phone's clock. */
  at: number
}

/** How many calls are remembered. */
const KEPT = 10_000

/**
 * Wraps the functions of `wx` so that every call is noted before it is made: order, gesture and time are what the
 * mistakes of these sections show in (docs/wechat.md 1.2, 1.3, 9.1, 2.3).
 */
export const logCalls = (
  wx: Readonly<Record<string, unknown>>,
  log: WxCall[],
  now: () => number,
  inTap: () => boolean,
  pace: Pick<Pace, 'note'>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(wx).map(([name, member]) => {
      if (typeof member !== 'function') return [name, member]
      const logged = new Proxy(member, {
        apply: (called: (...given: unknown[]) => unknown, _self, given: unknown[]) => {
          addLatest(log, { name, inTap: inTap(), at: now() }, KEPT)
          pace.note(name)
          return Reflect.apply(called, wx, given)
        },
      })
      return [name, logged]
    }),
  )
