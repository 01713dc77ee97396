import type { User } from '../baas/user'
import type { Known, Nobody, Session, Why } from './session'

/** All the machine knows: what is certain, which sign-ins are running, how often the identity changed. */
export interface AuthState {
  readonly known: Known
  readonly attempts: readonly Why[]
  readonly epoch: number
}

/** What can happen to it. */
export type AuthEvent =
  | { readonly type: 'attemptStarted'; readonly why: Why }
  | { readonly type: 'attemptEnded'; readonly why: Why }
  | { readonly type: 'identified'; readonly user: User; readonly expiresAtMs: number }
  | { readonly type: 'unidentified'; readonly as: Nobody }

export const initialState: AuthState = { known: { tag: 'booting' }, attempts: [], epoch: 0 }

/** The only way from one state to the next; pure. */
export function transition(state: AuthState, event: AuthEvent): AuthState {
  switch (event.type) {
    case 'attemptStarted':
      return { ...state, attempts: [...state.attempts, event.why] }
    case 'attemptEnded':
      return { ...state, attempts: without(state.attempts, event.why) }
    case 'identified': {
      const { user, expiresAtMs } = event
      const epoch = identityOf(state.known) === user.id ? state.epoch : state.epoch + 1
      return { ...state, epoch, known: { tag: 'member', user, expiresAtMs, epoch } }
    }
    case 'unidentified': {
      const epoch = identityOf(state.known) === null ? state.epoch : state.epoch + 1
      return { ...state, epoch, known: event.as }
    }
  }
}

/** A running attempt shows while nobody is signed in; a member stays a member until its outcome. */
export function sessionOf({ known, attempts }: AuthState): Session {
  const why = attempts.at(-1)
  return why === undefined || known.tag === 'member' ? known : { tag: 'signingIn', why }
}

const identityOf = (known: Known) => (known.tag === 'member' ? known.user.id : null)

function without(attempts: readonly Why[], why: Why): readonly Why[] {
  const index = attempts.lastIndexOf(why)
  return attempts.filter((_, position) => position !== index)
}
