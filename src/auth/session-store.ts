import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Clock } from '../baas/clock'
import type { SessionToken } from '../baas/session-token'
import type { User } from '../baas/user'
import type { Failure } from './failure'
import type { Known, NotSignedIn, Session } from './session'
import type { Storage } from './storage'
import {
  eraseSession,
  expiryOf,
  isStoredAlike,
  loadSession,
  saveSession,
  type Ending,
  type SdkSession,
  type StoredSession,
} from './stored-session'
import { initialState, sessionOf, transition, type AuthEvent } from './transitions'

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
  /** The turn of a question about the current user that is asked now. */
  ask: () => number
  /** Something new about the current user, and of no other; false, and not learnt, when what is known is of a later turn. */
  learn: (
    user: User,
    token?: SessionToken,
    asked?: number,
    noted?: { refreshedAtMs: number },
  ) => boolean
}

export const createSessionStore = ({
  storage,
  sdkSession,
  clock,
  columns,
  onSession,
}: SessionStorePorts): SessionStore => {
  const view = createStore<AuthView>(() => ({ session: sessionOf(initialState), failure: null }))
  let state = initialState
  let record: StoredSession | undefined
  let mirrored: Promise<void> = Promise.resolve()
  let turns = 0
  let learnt = 0
  const token = () => record?.token

  const apply = (event: AuthEvent) => {
    state = transition(state, event)
    const before = view.getState().session
    const session = sessionOf(state, before)
    if (session === before) return
    view.setState({ session })
    onSession?.(session, state.epoch)
  }

  const mirrorLater = (of: StoredSession) => {
    if (sdkSession === undefined) return
    clock.after(0, () => {
      mirrored = mirrored.then(() => sdkSession.mirror(of, () => token() === of.token))
    })
  }

  const restore = (stored: StoredSession) => {
    record = stored
    mirrorLater(stored)
    apply({ type: 'identified', ...stored })
  }

  /** Takes over what another tab has stored; columns that are not stored stay as they are known here. */
  const take = (stored: StoredSession) => {
    if (record !== undefined && isStoredAlike(record, stored, columns)) return
    learnt = ++turns
    const known = record?.user.id === stored.user.id ? record.user : {}
    restore({ ...stored, user: { ...known, ...stored.user } })
  }

  const keep = (next: StoredSession) => {
    const before = record
    record = next
    if (before === undefined || !isStoredAlike(before, next, columns)) {
      saveSession(storage, next, columns)
    }
    if (before?.token !== next.token || before.user.openid !== next.user.openid) mirrorLater(next)
    apply({ type: 'identified', ...next })
  }

  // What another tab has stored meanwhile is not this one's to erase.
  const isOwn = () => {
    const stored = loadSession(storage)
    if (typeof stored !== 'object' || state.known.tag === 'booting') return true
    return stored.token === token()
  }

  const forget = (ended?: Ending) => {
    if (isOwn()) {
      eraseSession(storage, ended)
      sdkSession?.clear()
    }
    record = undefined
  }

  return {
    view,
    known: () => state.known,
    epoch: () => state.epoch,
    record: () => record,
    token,
    note: apply,
    restore,
    identify: keep,
    unidentify(as) {
      if (record !== undefined) forget()
      apply({ type: 'unidentified', as })
    },
    end(how) {
      forget(how)
      apply({ type: 'unidentified', as: { tag: 'guest', reason: how } })
    },
    follow() {
      const { epoch } = state
      const stored = loadSession(storage)
      if (typeof stored === 'object') {
        take(stored)
      } else if (record !== undefined) {
        record = undefined
        apply({ type: 'unidentified', as: { tag: 'guest', reason: stored ?? 'refused' } })
      }
      return state.epoch !== epoch
    },
    catchUp() {
      const stored = loadSession(storage)
      if (typeof stored !== 'object' || stored.user.id !== record?.user.id) return
      if (stored.expiresAtMs > record.expiresAtMs) take(stored)
    },
    ask: () => ++turns,
    learn(user, issued, asked = ++turns, noted) {
      if (asked < learnt) return false
      learnt = asked
      if (record?.user.id !== user.id) return true
      const renewed = issued && { token: issued.token, expiresAtMs: expiryOf(issued, clock.now()) }
      keep({ ...record, ...renewed, ...noted, user })
      return true
    },
  }
}
