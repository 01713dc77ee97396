import type { Clock } from '../clock'
import type { Database } from '../db/database'
import type { Vault } from '../security/vault'
import type { Settings } from '../settings/types'

/**
 * What a module's data is reached with.
 * @public modules of one's own use it
 */
export interface DataAccess {
  readonly db: Database
  readonly clock: Clock
  readonly vault: Vault
  readonly settings: Settings
}

/** What a module keeps about people. The right of access, an erasure and the sweep of the core ask it for its part. */
export interface Holdings {
  /** The name of the module; the export of an account shows under it what the module keeps. */
  readonly name: string
  /** The tables with a column `user_id`. A test holds that each such table of the database is in one of these lists. */
  readonly tables: readonly string[]
  /** Everything held about a user, in pages, in a form that a program can read. */
  readonly export: (access: DataAccess, userId: number) => AsyncIterable<readonly object[]>
  /** Deletes everything held about a user. Runs before the account goes, and again if it was cut short. */
  readonly erase: (access: DataAccess, userId: number) => Promise<void>
  /** Forgets what is due; called hourly by each process. Ends early when `stop` is aborted. */
  readonly sweep?: (access: DataAccess, stop?: AbortSignal) => Promise<void>
}
