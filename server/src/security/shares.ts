/** How much of something one holder may have at a time. All together are a holder, too. */
export interface Share {
  /** What it is counted under, such as `user 7`. */
  readonly name: string
  readonly most: number
  /** Returns what to refuse more than that with. */
  readonly refusal: () => Error
}

/**
 * Takes `amount` of each of the shares, or throws the refusal of the first that has not so much left; nothing is taken
 * then. Where nothing else is held, any amount passes. Returns what to call, once or more often, when it is needed no
 * more.
 */
export type TakeShares = (amount: number, shares: readonly Share[]) => () => void

/**
 * Creates shares of what no one waits for, such as memory: to wait would only move the queue there. What is short, and
 * worth waiting for, has its turn in `createFairTurns`.
 */
export const createShares = (): TakeShares => {
  const held = new Map<string, number>()
  const heldOf = ({ name }: Share) => held.get(name) ?? 0
  const add = (share: Share, amount: number) => {
    const sum = heldOf(share) + amount
    if (sum > 0) held.set(share.name, sum)
    else held.delete(share.name)
  }
  return (amount, shares) => {
    for (const share of shares) {
      const own = heldOf(share)
      if (own > 0 && own + amount > share.most) throw share.refusal()
    }
    for (const share of shares) add(share, amount)
    let isHeld = true
    return () => {
      if (isHeld) for (const share of shares) add(share, -amount)
      isHeld = false
    }
  }
}
