import type { StoreApi } from 'zustand/vanilla'
import type { Clock } from '../baas/clock'
import type { SessionToken } from '../baas/session-token'
import type { User } from '../baas/user'
import type { Failure } from './failure'
import type { Known, NotSignedIn, Session } from './session'
import type { Storage } from './storage'
import type { Ending, SdkSession, StoredSession } from './stored-session'
import type { AuthEvent } from './transitions'

/** What components see. */
export interface AuthView {
  readonly session: Session
  /** Of the last action the person tapped; null once the next one starts. */
  readonly failure: Failure | null
}

export interface SessionStorePorts {
  storage: Storage
  /** minapp-sdk's own keys, in apps that run code written for it. */
  sdkSession?: SdkSession | undefined
  clock: Clock
  /** Columns of the project's own that are kept on the device: what the first screen shows of them. */
  columns: readonly string[]
  /** Called with every transition. */
  onSession?: (session: Session, epoch: number) => void
}

/** The session in memory and on the device, and the two alike. */
export interface SessionStore {
  view: StoreApi<AuthView>
  known: () => Known
  epoch: () => number
  /** The session's record, token included; undefined when no one is signed in. */
  record: () => StoredSession | undefined
  /** The record's token. */
  token: () => string | undefined
  /** Notes a sign-in that runs, has ended, or has been overtaken by a change of mind. */
  note: (
    event: Extract<AuthEvent, { type: 'attemptStarted' | 'attemptEnded' | 'overtaken' }>,
  ) => void
  /** Someone is signed in, as storage has it: nothing is written. */
  restore: (record: StoredSession) => void
  /** Someone is signed in, from now on or again. */
  identify: (record: StoredSession) => void
  /** No one is signed in. */
  unidentify: (as: NotSignedIn) => void
  /** Signed out on purpose: remembered on the device until someone has signed in again. */
  end: (how: Ending) => void
  /** Another tab changed what is stored: the person signed in there is signed in here. True when that is another person. */
  follow: () => boolean
  /** Takes the member's newer token, if another tab has stored one. */
  catchUp: () => void
  /** The place of a request about the current user that is sent now. */
  beginRequest: () => RequestOrder
  /** Takes what an answer says about the current user into the session. */
  learn: (user: User, news?: News) => Learned
}

/** Rises from one request about the member to the next. */
export type RequestOrder = number

/** What came with an answer about a user. */
interface News {
  /** A new token of the session. */
  readonly token?: SessionToken | undefined
  /** The place of the request; without it the answer is newer than all before. */
  readonly order?: RequestOrder
  /** When a background refresh began. */
  readonly refreshedAtMs?: number
}

/** What became of an answer: `foreign` is about a person who is not signed in, `stale` older than what is known. */
type Learned = 'taken' | 'foreign' | 'stale'
