import type { Session } from '../../auth/session'
import type { FailureKind } from '../../auth/failure'
import type { Refusal } from '../../i18n/refusals'
import type { LinkConflict } from './conflict'

/** How a person signs in to be linked: to an account they have, or by opening one. */
export type LinkWay = 'signIn' | 'register'

/** Why the credentials were not taken: how it failed in general, or what is wrong with this one. */
export type FormProblem = FailureKind | Refusal | 'nameTaken'

/** Where a person is in the link flow. The form is on screen, with all that was typed, from `filling` to `checking`. */
export type LinkState =
  | { readonly tag: 'choosing' }
  | { readonly tag: 'filling'; readonly way: LinkWay; readonly problem?: FormProblem }
  | { readonly tag: 'checking'; readonly way: LinkWay }
  /** Signed in; WeChat is being linked. `renewed`: with a fresh code, the ticket having expired. */
  | { readonly tag: 'linking'; readonly renewed: boolean }
  /** Signed in, not linked, and worth another try: also where a killed app resumes. */
  | { readonly tag: 'halfway'; readonly problem?: FailureKind }
  | { readonly tag: 'conflict'; readonly conflict: LinkConflict }
  | { readonly tag: 'creating' }
  | { readonly tag: 'notCreated'; readonly problem: FailureKind }
  | { readonly tag: 'linked' }
  /** WeChat opens the account, and no session had to end for it: it was linked before, or made just now. */
  | { readonly tag: 'opened' }

export type LinkEvent =
  | { readonly type: 'chose'; readonly way: LinkWay }
  | { readonly type: 'wentBack' }
  | { readonly type: 'submitted' }
  | { readonly type: 'signedIn' }
  | { readonly type: 'notSignedIn'; readonly problem: FormProblem }
  | { readonly type: 'retried' }
  | { readonly type: 'ticketExpired' }
  | { readonly type: 'refused'; readonly problem: FailureKind }
  | { readonly type: 'conflict'; readonly conflict: LinkConflict }
  | { readonly type: 'linked' }
  | { readonly type: 'continuedWithWechat' }
  | { readonly type: 'notCreated'; readonly problem: FailureKind }

/**
 * Where the flow begins: at its end for someone who is linked, at its last step for someone who signed in
 * before the app was killed, and at the conflict that kept the launch from signing in.
 */
export const firstState = (session: Session): LinkState => {
  if (session.tag === 'member') return { tag: session.user.openid ? 'opened' : 'halfway' }
  return session.tag === 'guest' && session.reason === 'unionConflict'
    ? { tag: 'conflict', conflict: 'unionSplit' }
    : { tag: 'choosing' }
}

/** The next state. An event that does not belong to the state (a second tap, a late answer) changes nothing. */
export const linkStep = (state: LinkState, event: LinkEvent): LinkState => {
  switch (state.tag) {
    case 'choosing':
    case 'notCreated':
    case 'conflict':
    case 'filling':
      if (event.type === 'chose') return { tag: 'filling', way: event.way }
      if (event.type === 'wentBack') return { tag: 'choosing' }
      if (state.tag === 'filling') {
        return event.type === 'submitted' ? { tag: 'checking', way: state.way } : state
      }
      return event.type === 'continuedWithWechat' ? { tag: 'creating' } : state
    case 'checking':
      if (event.type === 'signedIn') return { tag: 'linking', renewed: false }
      if (event.type !== 'notSignedIn') return state
      return { tag: 'filling', way: state.way, problem: event.problem }
    case 'linking':
      return afterLinking(state, event)
    case 'halfway':
      return event.type === 'retried' ? { tag: 'linking', renewed: false } : state
    case 'creating':
      if (event.type === 'linked') return { tag: 'opened' }
      if (event.type === 'conflict') return { tag: 'conflict', conflict: event.conflict }
      return event.type === 'notCreated' ? { tag: 'notCreated', problem: event.problem } : state
    case 'linked':
    case 'opened':
      return state
  }
}

const afterLinking = (
  state: Extract<LinkState, { tag: 'linking' }>,
  event: LinkEvent,
): LinkState => {
  switch (event.type) {
    case 'linked':
      return { tag: 'linked' }
    case 'conflict':
      return { tag: 'conflict', conflict: event.conflict }
    case 'refused':
      // No one is signed in any more, so there is nothing to finish.
      return event.problem === 'needsLogin'
        ? { tag: 'filling', way: 'signIn', problem: event.problem }
        : { tag: 'halfway', problem: event.problem }
    case 'ticketExpired':
      // One fresh code is enough: a second refusal is not about the ticket.
      return state.renewed
        ? { tag: 'halfway', problem: 'unexpected' }
        : { tag: 'linking', renewed: true }
    default:
      return state
  }
}

/** Whether something is under way that a second tap must not start again. */
export const isBusy = ({ tag }: LinkState): boolean =>
  tag === 'checking' || tag === 'linking' || tag === 'creating'
