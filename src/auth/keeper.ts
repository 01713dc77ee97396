import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Clock } from '../baas/clock'
import type { Failure } from '../baas/failure'
import type { Lease } from '../baas/grant'
import type { User } from '../baas/user'
import { forgetRecord, isStoredAlike, saveRecord, type SessionRecord } from './record'
import type { Known, Nobody, Session } from './session'
import type { SdkSession, Storage } from './storage'
import { initialState, sessionOf, transition, type AuthEvent } from './transitions'

/** What components see. */
export interface AuthView {
  readonly session: Session
  /** Of the last action somebody tapped; null once the next one starts. */
  readonly failure: Failure | null
}

export interface KeeperPorts {
  storage: Storage
  sdkSession: SdkSession
  clock: Clock
  /** Columns of the project's own that are kept on the device: what the first screen shows of them. */
  columns: readonly string[]
  /** Hears of every transition. */
  onSession?: (session: Session, epoch: number) => void
}

/** Keeps the session in memory and in storage, and the two alike. */
export interface Keeper {
  view: StoreApi<AuthView>
  known(): Known
  epoch(): number
  /** The session's record, token included; undefined when nobody is signed in. */
  record(): SessionRecord | undefined
  /** The record's token. */
  token(): string | undefined
  /** Notes a sign-in that runs, has ended, or has been overtaken by a change of mind. */
  note(event: Extract<AuthEvent, { type: 'attemptStarted' | 'attemptEnded' | 'overtaken' }>): void
  /** Somebody is signed in, as storage has it: nothing is written. */
  restore(record: SessionRecord): void
  /** Somebody is signed in, from now on or again. */
  identify(record: SessionRecord): void
  /** Nobody is. */
  unidentify(as: Nobody): void
  /** Takes from the phone all it remembers about anybody. */
  forget(): void
  /** Something new about the current user; ignored when it is about somebody else. */
  learn(user: User, lease?: Lease): void
}

/** How long before its end a session counts as expired, as in the SDK (docs/protocol.md 6.2). */
const MARGIN_SECONDS = 30

/** When a lease given now runs out, in milliseconds of the phone's clock. */
export const expiryOf = ({ expiresInSeconds }: Lease, nowMs: number): number =>
  nowMs + (expiresInSeconds - MARGIN_SECONDS) * 1_000

export function createKeeper({
  storage,
  sdkSession,
  clock,
  columns,
  onSession,
}: KeeperPorts): Keeper {
  const view = createStore<AuthView>(() => ({ session: sessionOf(initialState), failure: null }))
  let state = initialState
  let record: SessionRecord | undefined
  let mirrored: Promise<void> = Promise.resolve()

  const apply = (event: AuthEvent) => {
    state = transition(state, event)
    const before = view.getState().session
    const session = sessionOf(state, before)
    if (session === before) return
    view.setState({ session })
    onSession?.(session, state.epoch)
  }

  const mirrorLater = (of: SessionRecord) =>
    clock.after(0, () => {
      mirrored = mirrored.then(() => sdkSession.mirror(of, () => record?.token === of.token))
    })

  const keep = (next: SessionRecord) => {
    const before = record
    record = next
    if (before === undefined || !isStoredAlike(before, next, columns)) {
      saveRecord(storage, next, columns)
    }
    if (before?.token !== next.token || before.user.openid !== next.user.openid) mirrorLater(next)
    apply({ type: 'identified', ...next })
  }

  const forget = () => {
    record = undefined
    forgetRecord(storage)
    sdkSession.clear()
  }

  return {
    view,
    known: () => state.known,
    epoch: () => state.epoch,
    record: () => record,
    token: () => record?.token,
    note: apply,
    restore(stored) {
      record = stored
      mirrorLater(stored)
      apply({ type: 'identified', ...stored })
    },
    identify: keep,
    unidentify(as) {
      if (record !== undefined) forget()
      apply({ type: 'unidentified', as })
    },
    forget,
    learn(user, lease) {
      if (record?.user.id !== user.id) return
      const renewed = lease && { token: lease.token, expiresAtMs: expiryOf(lease, clock.now()) }
      keep({ ...record, ...renewed, user })
    },
  }
}
