import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Clock } from '../baas/clock'
import type { SessionToken } from '../baas/session-token'
import type { User } from '../baas/user'
import type { Failure } from './failure'
import { createRequestOrder, type RequestOrder } from './request-order'
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
  /** The place of a request about the current user that is sent now. */
  beginRequest: () => RequestOrder
  /** Takes what an answer says about the current user into the session. */
  learn: (user: User, news?: News) => Learned
}

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

/** The session store on its ports: it reads nothing and knows no one before restore(). */
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
  const requests = createRequestOrder()
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
    requests.take()
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
    if (stored.tag !== 'session' || state.known.tag === 'booting') return true
    return stored.record.token === token()
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
      if (stored.tag === 'session') {
        take(stored.record)
      } else if (record !== undefined) {
        record = undefined
        const reason = stored.tag === 'ended' ? stored.how : 'refused'
        apply({ type: 'unidentified', as: { tag: 'guest', reason } })
      }
      return state.epoch !== epoch
    },
    catchUp() {
      const stored = loadSession(storage)
      if (stored.tag !== 'session' || stored.record.user.id !== record?.user.id) return
      if (stored.record.expiresAtMs > record.expiresAtMs) take(stored.record)
    },
    beginRequest: requests.begin,
    learn(user, { token: issued, order, ...noted } = {}) {
      if (!requests.take(order)) return 'stale'
      if (record?.user.id !== user.id) return 'foreign'
      const renewed = issued && { token: issued.token, expiresAtMs: expiryOf(issued, clock.now()) }
      keep({ ...record, ...noted, ...renewed, user })
      return 'taken'
    },
  }
}
