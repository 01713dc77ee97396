import { createStore } from 'zustand/vanilla'
import type { AuthView, RequestOrder, SessionStore, SessionStorePorts } from './session-store.types'
import {
  eraseSession,
  expiryOf,
  isStoredAlike,
  loadSession,
  saveSession,
  type Ending,
  type StoredSession,
} from './stored-session'
import { initialState, sessionOf, transition, type AuthEvent } from './transitions'

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
  let lastBegun: RequestOrder = 0
  /** The request that what is known is from. */
  let lastTaken: RequestOrder = 0
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
    lastTaken = ++lastBegun
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
    beginRequest: () => ++lastBegun,
    learn(user, { token: issued, order = ++lastBegun, ...noted } = {}) {
      if (order < lastTaken) return 'stale'
      lastTaken = order
      if (record?.user.id !== user.id) return 'foreign'
      const renewed = issued && { token: issued.token, expiresAtMs: expiryOf(issued, clock.now()) }
      keep({ ...record, ...noted, ...renewed, user })
      return 'taken'
    },
  }
}
