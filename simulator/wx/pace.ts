/** Counts how often things happen, for WeChat's rules per second. */
export interface Pace {
  /** One more of this kind happens now. */
  note: (kind: string) => void
  /** Call when the person does something: a test acts faster than any person, so seconds are counted from here. */
  personActed: () => void
  /** The most of this kind that happened within one second. */
  busiest: (kind: string) => number
}

const SECOND_MS = 1000

/** Creates a pace on a clock in milliseconds. */
export const createPace = (now: () => number): Pace => {
  const recent = new Map<string, readonly number[]>()
  const most = new Map<string, number>()
  return {
    note: (kind) => {
      const at = now()
      const times = [...(recent.get(kind) ?? []).filter((time) => at - time < SECOND_MS), at]
      recent.set(kind, times)
      most.set(kind, Math.max(most.get(kind) ?? 0, times.length))
    },
    personActed: () => recent.clear(),
    busiest: (kind) => most.get(kind) ?? 0,
  }
}
