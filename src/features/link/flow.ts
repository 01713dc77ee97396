import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Outcome } from '../../auth/account/attempt'
import type { SignInActions } from '../../auth/account/sign-in'
import type { Auth } from '../../auth/auth'
import type { Failure } from '../../auth/failure'
import { isRefusal } from '../../i18n/refusals'
import type { AccountName } from '../../auth/member'
import { conflictOf } from './conflict'
import {
  firstState,
  isBusy,
  linkStep,
  type LinkEvent,
  type LinkState,
  type LinkWay,
  type FormProblem,
} from './machine'

interface FlowPorts {
  auth: Pick<Auth, 'current' | 'view' | 'retry'>
  actions: Pick<SignInActions, 'link' | 'continueWithWechat' | 'signOut'>
}

/** What a person can do in the link flow; each may be called at any time, and does nothing in a state that does not offer it. */
export interface LinkFlow {
  state: StoreApi<LinkState>
  choose: (way: LinkWay) => void
  goBack: () => void
  /** Signs in to the account and links WeChat to it. Settles when that has an outcome, whatever it is. */
  submit: (account: AccountName, password: string) => Promise<void>
  /** Links WeChat to the account that is signed in already. */
  finish: () => Promise<void>
  continueWithWechat: () => Promise<void>
  /** Signs out the account that cannot be linked, to choose another one. */
  otherAccount: () => Promise<void>
}

type Failed = Extract<Outcome, { tag: 'failed' }>

/** What is wrong with the credentials: a conflict is about the name when registering, and about the password otherwise. */
const formProblem = (way: LinkWay, { kind, errorCode }: Failure): FormProblem => {
  if (isRefusal(errorCode)) return errorCode
  if (kind !== 'conflict' && kind !== 'denied') return kind
  return way === 'register' ? 'nameTaken' : 'wrong_credentials'
}

/** Runs the machine: every command is one call of the session, and every answer one event. */
export const createLinkFlow = ({ auth, actions }: FlowPorts): LinkFlow => {
  const state = createStore(() => firstState(auth.view.getState().session))
  const dispatch = (event: LinkEvent): LinkState => {
    state.setState(linkStep(state.getState(), event), true)
    return state.getState()
  }

  const linked = () => void dispatch({ type: 'linked' })

  /** `id`: whose account was to be linked. */
  const notLinked = async (id: number | undefined, { failure: { kind } }: Failed) => {
    if (auth.current() === undefined) {
      // A link whose answer was lost has ended the session it was made in: this WeChat opens the account by now.
      const session = await auth.retry()
      if (session.tag === 'member') {
        return session.user.id === id
          ? linked()
          : dispatch({ type: 'conflict', conflict: 'wechatTaken' })
      }
    }
    const conflict = conflictOf(kind, auth.current()?.user)
    if (conflict === undefined) dispatch({ type: 'refused', problem: kind })
    else dispatch({ type: 'conflict', conflict })
  }

  const link = async () => {
    const id = auth.current()?.user.id
    const outcome = await actions.link()
    if (outcome.tag === 'done') linked()
    else await notLinked(id, outcome)
  }

  const afterSignIn = async (way: LinkWay, outcome: Outcome) => {
    const user = auth.current()?.user
    if (user === undefined) {
      const problem = outcome.tag === 'failed' ? formProblem(way, outcome.failure) : 'unexpected'
      dispatch({ type: 'notSignedIn', problem })
      return
    }
    dispatch({ type: 'signedIn' })
    if (outcome.tag === 'done') return linked()
    // The ticket may be used or too old: a fresh code distinguishes a real conflict from that.
    const { kind, retry } = outcome.failure
    if (retry || kind === 'unionConflict' || user.openid) return notLinked(user.id, outcome)
    if (dispatch({ type: 'ticketExpired' }).tag === 'linking') await link()
  }

  return {
    state,
    choose: (way) => void dispatch({ type: 'chose', way }),
    goBack: () => void dispatch({ type: 'wentBack' }),
    async submit(account, password) {
      const before = state.getState()
      if (before.tag !== 'filling') return
      dispatch({ type: 'submitted' })
      const by = before.way === 'signIn' ? 'password' : 'registration'
      await afterSignIn(before.way, await actions.link({ by, account, password }))
    },
    async finish() {
      if (isBusy(state.getState())) return
      if (dispatch({ type: 'retried' }).tag === 'linking') await link()
    },
    async continueWithWechat() {
      if (isBusy(state.getState())) return
      if (dispatch({ type: 'continuedWithWechat' }).tag !== 'creating') return
      const outcome = await actions.continueWithWechat()
      if (outcome.tag === 'done') return linked()
      const { kind } = outcome.failure
      if (kind === 'unionConflict') dispatch({ type: 'conflict', conflict: 'unionSplit' })
      else dispatch({ type: 'notCreated', problem: kind })
    },
    async otherAccount() {
      dispatch({ type: 'chose', way: 'signIn' })
      await actions.signOut()
    },
  }
}
