import { createCurrentUser } from '../baas/create-current-user'
import { BaasError, CODE } from '../baas/errors'
import { failureOf, type Failure, type FailureKind } from '../baas/failure'
import type { PhoneDetail } from '../baas/phone-event'
import type { AccountName, Proof } from '../baas/proof'
import type { User } from '../baas/user'
import type { WxAuth } from '../baas/wx-auth'
import type { Auth } from './auth'
import { isCancelled } from './outcome'

/** How an action ended. Actions never reject: what went wrong is something to show, not to catch. */
export type Outcome =
  | { readonly tag: 'done'; readonly user: User }
  | { readonly tag: 'failed'; readonly failure: Failure }

type Meanings = Readonly<Record<number, FailureKind>>

const SIGNING_IN: Meanings = { 400: 'denied', 404: 'needsLink' }
const TAKEN: Meanings = { 400: 'conflict' }

/** What people can do about their session, for screens. Each also keeps its failure in the store. */
export interface Actions {
  /** Continues with WeChat only: opens an account when there is none. */
  continueWithWechat(): Promise<Outcome>
  signIn(account: AccountName, password: string): Promise<Outcome>
  register(account: AccountName, password: string): Promise<Outcome>
  /** `code` is of a wx.login made before the tap on the phone button. */
  signInWithPhone(
    detail: PhoneDetail,
    options: { code: string; createUser: boolean },
  ): Promise<Outcome>
  /** Links this WeChat to the account of these credentials, an old or a new one; without, to the member's. */
  link(proof?: Extract<Proof, { by: 'password' | 'registration' }>): Promise<Outcome>
  updateProfile(changes: Readonly<Record<string, unknown>>): Promise<Outcome>
  bindPhone(detail: PhoneDetail, options?: { overwrite?: boolean }): Promise<Outcome>
  signOut(): Promise<void>
}

/** The actions over one session. They may be called outside React, too. */
export function createActions(auth: Auth, baas: WxAuth): Actions {
  const attempt = async (work: Promise<unknown>, meanings: Meanings): Promise<Outcome> => {
    auth.view.setState({ failure: null })
    try {
      await work
      const user = auth.current()?.user
      if (user === undefined) throw new BaasError(CODE.sessionMissing)
      return { tag: 'done', user }
    } catch (error) {
      const failure = failureOf(error, meanings)
      if (!isCancelled(error)) auth.view.setState({ failure })
      return { tag: 'failed', failure }
    }
  }

  const update = async (changes: Readonly<Record<string, unknown>>) => {
    const user = auth.current()?.user
    if (user === undefined) throw new BaasError(CODE.sessionMissing)
    const ports = { send: auth.request, wechat: auth.wechat, session: auth }
    await createCurrentUser(ports, user).set(changes).update()
  }

  return {
    continueWithWechat: () =>
      attempt(baas.loginWithWechat(null, { withUnionID: auth.withUnionID }), SIGNING_IN),
    signIn: (account, password) => attempt(baas.login({ ...account, password }), SIGNING_IN),
    register: (account, password) => attempt(baas.register({ ...account, password }), TAKEN),
    signInWithPhone: (detail, options) =>
      attempt(baas.loginWithWechat({ detail }, options), SIGNING_IN),
    link: (proof) => attempt(auth.link(proof), TAKEN),
    updateProfile: (changes) => attempt(update(changes), {}),
    bindPhone: (detail, options) => attempt(baas.updatePhoneNumber({ detail }, options), TAKEN),
    signOut: () => auth.signOut(),
  }
}
