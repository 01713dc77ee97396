import { deleteAccount, exportAccount } from '../../baas/personal-data'
import { endOtherSessions, endSession, listSessions, type DeviceSession } from '../../baas/sessions'
import type { Auth } from '../auth'
import type { Meanings } from '../failure'
import { attempt, type Outcome } from './attempt'

/** The hosted service has none of these endpoints. */
const ABSENT: Meanings = { 404: 'unsupported' }

/** A sign-in of the member that is still good, here or on another device. */
export type SignedInDevice = DeviceSession

/** Where the member is signed in, and the end of all of it. */
export interface SessionActions {
  listSessions: () => Promise<Outcome<readonly SignedInDevice[]>>
  endSession: (id: string) => Promise<Outcome<void>>
  endOtherSessions: () => Promise<Outcome<void>>
  /** Everything the backend holds about the member, as it sends it. */
  exportData: () => Promise<Outcome<unknown>>
  /** Deletes the account for good, and signs out. */
  deleteAccount: () => Promise<Outcome<void>>
}

/** The actions over one session. None rejects. */
export const createSessionActions = (auth: Auth): SessionActions => ({
  listSessions: () => attempt(listSessions(auth.request), ABSENT),
  endSession: (id) => attempt(endSession(auth.request, id)),
  endOtherSessions: () => attempt(endOtherSessions(auth.request), ABSENT),
  exportData: () => attempt(exportAccount(auth.request), ABSENT),
  deleteAccount: () =>
    attempt(
      deleteAccount(auth.request).then(() => void auth.signOut()),
      ABSENT,
    ),
})
