import type { User } from '../baas/user'
import type { Known, NotSignedIn, Session, Why } from './session'

/** A sign-in that is running; `id` distinguishes it from every other. */
interface Attempt {
  readonly id: number
  readonly why: Why
}

/** All the machine knows: what is certain, which sign-ins are running, how often the identity changed. */
export interface AuthState {
  readonly known: Known
  /** Oldest first. */
  readonly attempts: readonly Attempt[]
  readonly epoch: number
}

/** What can happen to it. */
export type AuthEvent =
  | { readonly type: 'attemptStarted'; readonly attempt: Attempt }
  | { readonly type: 'attemptEnded'; readonly id: number }
  /** Whatever is running will change nothing any more. */
  | { readonly type: 'overtaken' }
  | { readonly type: 'identified'; readonly user: User; readonly expiresAtMs: number }
  | { readonly type: 'unidentified'; readonly as: NotSignedIn }

export const initialState: AuthState = { known: { tag: 'booting' }, attempts: [], epoch: 0 }

/** The only way from one state to the next; pure. */
export const transition = (state: AuthState, event: AuthEvent): AuthState => {
  switch (event.type) {
    case 'attemptStarted':
      return { ...state, attempts: [...state.attempts, event.attempt] }
    case 'attemptEnded':
      return { ...state, attempts: state.attempts.filter(({ id }) => id !== event.id) }
    case 'overtaken':
      return { ...state, attempts: [] }
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

/**
 * What components see: a running attempt while no one is signed in; a member stays a member until its
 * outcome. Returns `before` back where nothing changed, so that no listener is called.
 */
export const sessionOf = ({ known, attempts }: AuthState, before?: Session): Session => {
  const latest = attempts[attempts.length - 1]
  if (latest === undefined || known.tag === 'member') return known
  const { why } = latest
  return before?.tag === 'signingIn' && before.why === why ? before : { tag: 'signingIn', why }
}

const identityOf = (known: Known) => (known.tag === 'member' ? known.user.id : null)
