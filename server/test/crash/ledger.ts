/** A session that was acknowledged to a client; `ending` was asked to end, and the answer never came. */
export interface LedgerSession {
  readonly person: string
  readonly userId: number
  readonly token: string
  readonly state: 'live' | 'ending' | 'ended'
}

/** What the server has acknowledged so far, kept by the clients. */
export interface Ledger {
  readonly sessions: Map<string, LedgerSession>
  /** The account of each person to whom one was acknowledged. */
  readonly users: Map<string, number>
  /** The nicknames an account may have: the acknowledged one, and one that was sent and never answered. */
  readonly nicknames: Map<number, readonly string[]>
  /** People whose sign-in or link was sent; some were cut off before the answer. */
  readonly seen: Set<string>
  /** Acknowledged writes. */
  acknowledged: number
}

/** An empty ledger. */
export const newLedger = (): Ledger => ({
  sessions: new Map(),
  users: new Map(),
  nicknames: new Map(),
  seen: new Set(),
  acknowledged: 0,
})
