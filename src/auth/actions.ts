import { BaasError, CODE } from '../baas/errors'
import { failureOf, type Failure, type FailureKind } from '../baas/failure'
import { bindPhone } from '../baas/phone'
import type { PhoneDetail } from '../baas/phone-event'
import type { AccountName, Credentials } from '../baas/credentials'
import { writeUser } from '../baas/profile'
import { fieldsOf } from '../baas/read'
import { readSessionToken } from '../baas/session-token'
import { readUser, type User } from '../baas/user'
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
  link(credentials?: Extract<Credentials, { by: 'password' | 'registration' }>): Promise<Outcome>
  updateProfile(changes: Readonly<Record<string, unknown>>): Promise<Outcome>
  bindPhone(detail: PhoneDetail, options?: { overwrite?: boolean }): Promise<Outcome>
  signOut(): Promise<void>
}

/** The actions over one session. They may be called outside React, too. */
export function createActions(auth: Auth): Actions {
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
    const { body } = await writeUser(auth.request, changes)
    auth.learn({ ...user, ...fieldsOf(body), id: user.id })
  }

  const bind = async (detail: PhoneDetail, overwrite: boolean) => {
    const { body } = await bindPhone(auth.request, auth.wechat, detail, overwrite)
    auth.learn(readUser(body), readSessionToken(body))
  }

  return {
    continueWithWechat: () =>
      attempt(
        auth.signIn({ by: 'wechat', createUser: true, withUnionID: auth.withUnionID }),
        SIGNING_IN,
      ),
    signIn: (account, password) =>
      attempt(auth.signIn({ by: 'password', account, password }), SIGNING_IN),
    register: (account, password) =>
      attempt(auth.signIn({ by: 'registration', account, password }), TAKEN),
    signInWithPhone: (detail, options) =>
      attempt(auth.signIn({ by: 'phoneButton', detail, ...options }), SIGNING_IN),
    link: (credentials) => attempt(auth.link(credentials), TAKEN),
    updateProfile: (changes) => attempt(update(changes), {}),
    bindPhone: (detail, { overwrite = true } = {}) => attempt(bind(detail, overwrite), TAKEN),
    signOut: () => auth.signOut(),
  }
}
