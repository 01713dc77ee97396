/** Promises that must settle, by name. */
export class TrackedPromises {
  private readonly entries: Array<{ name: string; settled: boolean }> = []

  track(name: string, promise: Promise<unknown>): void {
    const entry = { name, settled: false }
    this.entries.push(entry)
    const done = () => void (entry.settled = true)
    promise.then(done, done)
  }

  /** The names of those that have not settled. */
  hanging(): string[] {
    return this.entries.filter(({ settled }) => !settled).map(({ name }) => name)
  }

  forgetAll(): void {
    this.entries.length = 0
  }
}
