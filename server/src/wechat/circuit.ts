import type { Clock } from '../clock'

/** How a call ended, as far as the circuit is concerned: WeChat answered, or it did not. */
type Outcome = 'answered' | 'failed'

/** Knows whether calls are worth making. */
export interface Circuit {
  /**
   * Asks to make a call: what to report its end to, or for how many milliseconds there will be none.
   * Every call that may be made has to be reported.
   */
  readonly begin: () => { readonly end: (outcome: Outcome) => void } | { readonly restMs: number }
}

/** When calls stop being made. */
export interface CircuitLimits {
  /** After so many failures in a row … */
  readonly failures: number
  /** … that lasted at least so long. */
  readonly spanMs: number
  /** How long no call is made before one tries again. */
  readonly restMs: number
}

type State =
  | { kind: 'closed'; failures: number; sinceMs: number }
  | { kind: 'open'; untilMs: number }
  | { kind: 'probing' }

const CLOSED = { kind: 'closed', failures: 0, sinceMs: 0 } as const satisfies State

/**
 * A circuit breaker: closed while WeChat answers, however slowly; open, with no calls, after failures in a row;
 * then one call probes while the others are held off, and closes it or opens it again. What calls report that began
 * before the last change is ignored: they say nothing about WeChat as it is now.
 */
export const createCircuit = (
  { failures: most, spanMs, restMs }: CircuitLimits,
  clock: Clock,
): Circuit => {
  let state: State = CLOSED
  let changes = 0
  const become = (next: State) => {
    state = next
    changes += 1
  }
  const open = () => become({ kind: 'open', untilMs: clock.now() + restMs })

  const settle = (outcome: Outcome) => {
    if (state.kind === 'probing') return outcome === 'answered' ? become(CLOSED) : open()
    if (state.kind === 'open') return
    if (outcome === 'answered') {
      state = CLOSED
      return
    }
    // A clock that was set back must not keep it closed either.
    const isFirst = state.failures === 0 || state.sinceMs > clock.now()
    const sinceMs = isFirst ? clock.now() : state.sinceMs
    state = { kind: 'closed', failures: state.failures + 1, sinceMs }
    if (state.failures >= most && clock.now() - sinceMs >= spanMs) open()
  }

  return {
    begin: () => {
      if (state.kind === 'open') {
        const leftMs = state.untilMs - clock.now()
        // A clock that was set back must not keep it open.
        if (leftMs > 0 && leftMs <= restMs) return { restMs: leftMs }
        become({ kind: 'probing' })
      } else if (state.kind === 'probing') return { restMs }
      const begun = changes
      return {
        end: (outcome) => {
          if (begun === changes) settle(outcome)
        },
      }
    },
  }
}
