/** A session somebody was told they have; `ending` was asked to end, and the answer never came. */
export interface LedgerSession {
  readonly person: string
  readonly userId: number
  readonly token: string
  readonly state: 'live' | 'ending' | 'ended'
}

/** What the server has acknowledged so far, kept by those who were told. */
export interface Ledger {
  readonly sessions: Map<string, LedgerSession>
  /** The account of each person who was told of one. */
  readonly users: Map<string, number>
  /** People whose sign-in was sent; some were cut off before the answer. */
  readonly seen: Set<string>
  /** Acknowledged writes. */
  acknowledged: number
}

/** An empty ledger. */
export const newLedger = (): Ledger => ({
  sessions: new Map(),
  users: new Map(),
  seen: new Set(),
  acknowledged: 0,
})
