/** A map that counts what is done to it the way minapp-sdk's wx calls do it: has-then-get is one read. */
export class CountingMap extends Map<string, unknown> {
  reads = 0
  writes = 0
  private wasAsked = false

  override has(key: string): boolean {
    this.reads += 1
    this.wasAsked = super.has(key)
    return this.wasAsked
  }

  override get(key: string): unknown {
    if (!this.wasAsked) this.reads += 1
    this.wasAsked = false
    return super.get(key)
  }

  override set(key: string, value: unknown): this {
    this.writes += 1
    return super.set(key, value)
  }

  reset(): void {
    this.reads = 0
    this.writes = 0
  }
}
