import type { AccountName, Credentials } from '../../baas/credentials'
import { hasNumber, type PhoneDetail } from '../../baas/phone-event'
import { writeUser } from '../../baas/profile'
import { fieldsOf } from '../../baas/read'
import { readUser, type User } from '../../baas/user'
import type { Auth } from '../auth'
import type { Meanings } from '../failure'
import { attempt, type Outcome } from './attempt'
import { write } from './write'

const SIGNING_IN: Meanings = { 400: 'denied', 404: 'needsLink' }
// Nothing is looked for: 404 is a backend that is not there.
const TAKEN: Meanings = { 400: 'conflict', 404: 'unexpected' }

/**
 * What every page may do about the session, through useWechatAuth(). Each also keeps its failure in the store.
 * What only a member does about their account is in account.ts.
 */
export interface SignInActions {
  /** Continues with WeChat only: opens an account when there is none. */
  continueWithWechat: () => Promise<Outcome>
  signIn: (account: AccountName, password: string) => Promise<Outcome>
  register: (account: AccountName, password: string) => Promise<Outcome>
  /** `takeCode` returns the code of a wx.login made before the tap on the phone button; it is not called after a refusal. */
  signInWithPhone: (
    detail: PhoneDetail,
    options: { takeCode: () => Promise<string>; createUser: boolean },
  ) => Promise<Outcome>
  /** By a code in a text message; opens an account for a new number. */
  signInWithSms: (phone: string, code: string) => Promise<Outcome>
  /** Links this WeChat to the account of these credentials, an old or a new one; without, to the member's. */
  link: (
    credentials?: Extract<Credentials, { by: 'password' | 'registration' }>,
  ) => Promise<Outcome>
  /** Writes columns of the member's own row; values may be operators such as `{ $append_unique: [1] }`. */
  updateProfile: (changes: Readonly<Record<string, unknown>>) => Promise<Outcome>
  /** Fetches the member again. */
  refresh: () => Promise<Outcome>
  signOut: () => Promise<void>
}

/** The actions over one session. They may be called outside React, too. */
export const createSignInActions = (auth: Auth): SignInActions => {
  const showingFailure = async (work: Promise<User>, meanings?: Meanings): Promise<Outcome> => {
    auth.view.setState({ failure: null })
    const outcome = await attempt(work, meanings)
    if (outcome.tag === 'failed' && outcome.failure.kind !== 'cancelled') {
      auth.view.setState({ failure: outcome.failure })
    }
    return outcome
  }
  const signIn = (credentials: Credentials) => showingFailure(auth.signIn(credentials), SIGNING_IN)

  return {
    continueWithWechat: () =>
      signIn({ by: 'wechat', createUser: true, withUnionID: auth.withUnionID }),
    signIn: (account, password) => signIn({ by: 'password', account, password }),
    register: (account, password) =>
      showingFailure(auth.signIn({ by: 'registration', account, password }), TAKEN),
    signInWithPhone(detail, { takeCode, createUser }) {
      const code = hasNumber(detail) ? takeCode() : Promise.resolve('')
      const signedIn = code.then((code) =>
        auth.signIn({ by: 'phoneButton', detail, code, createUser }),
      )
      return showingFailure(signedIn, SIGNING_IN)
    },
    signInWithSms: (phone, code) => signIn({ by: 'sms', phone, code, createUser: true }),
    link: (credentials) => showingFailure(auth.link(credentials), TAKEN),
    updateProfile: (changes) =>
      showingFailure(
        write(
          auth,
          (send) => writeUser(send, changes),
          (user, body) => readUser({ ...user, ...fieldsOf(body), id: user.id }),
        ),
      ),
    async refresh() {
      await auth.ready()
      return attempt(auth.refresh())
    },
    signOut: () => auth.signOut(),
  }
}
