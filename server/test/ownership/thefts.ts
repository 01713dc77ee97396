/** A session of the owner's that the attacker copied. */
interface Theft {
  readonly token: string
  readonly account: number
}

/** The sessions that the attacker copied, and which of them a change by the owner has ended since. */
export class Thefts {
  readonly ended = new Set<string>()
  private readonly copied: Theft[] = []

  add(theft: Theft): void {
    this.copied.push(theft)
  }

  /** Ends the copies of an account's sessions; `kept` is the session that goes on, which a thief may have as well. */
  end(account: number, kept: string | null = null): void {
    for (const theft of this.copied) {
      if (theft.account === account && theft.token !== kept) this.ended.add(theft.token)
    }
  }
}
