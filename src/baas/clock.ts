/** Time, as the phone believes it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs a task once, after `ms` milliseconds; the function it gives calls that off. */
  after(ms: number, task: () => void): () => void
}

/** How long anything outside may take before we go on without it (docs/wechat.md 9.1), in milliseconds. */
export const PATIENCE_MS = 8_000

/** Settles as `promise` does, or rejects with `late()` after `ms` milliseconds. */
export function withDeadline<T>(
  clock: Clock,
  ms: number,
  promise: Promise<T>,
  late: () => unknown,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const callOff = clock.after(ms, () => reject(late()))
    promise.then(resolve, reject).finally(callOff)
  })
}
