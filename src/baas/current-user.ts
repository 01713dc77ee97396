import { requestEmailVerification, withAccount, writeAccount, type AccountChanges } from './account'
import { BaasError, CODE } from './errors'
import { readLease } from './grant'
import { associate, linkedIdentity } from './link'
import { verifyPhone } from './phone'
import { writeUser } from './profile'
import { fieldsOf } from './read'
import type { Send } from './send'
import type { SessionKeeper } from './session-keeper'
import type { HttpResponse } from './transport'
import { columnOf, type User } from './user'
import type { Wechat } from './wechat'

/** An answer in the shape the documents show. */
export interface BaasResponse<T = unknown> {
  statusCode: number
  /** As the contract promises it; not checked, so that what a backend adds comes along. */
  data: T
}

export const responseOf = <T>({ status, body }: HttpResponse): BaasResponse<T> => ({
  statusCode: status,
  data: body as T,
})

/** What says that something was done. */
export interface Done {
  status: 'ok'
}

/** What a link says it linked (wire contract 1.1 #5). */
export interface Linked extends Done {
  message: string
  openid: string
  unionid: string
  user_id: number
}

export interface CurrentUserPorts {
  send: Send
  wechat: Wechat
  session: SessionKeeper
}

/** `setAccount` of the documents: `password` is the new one there. */
interface AccountSettings {
  username?: string
  email?: string
  phone?: string
  password?: string
}

export interface LinkOptions {
  withUnionID?: boolean
}

/** What getUserInfo gave until 2021: `event.detail` of its button, or its answer (seed 004). */
export interface OldUserInfo {
  readonly encryptedData?: string
  readonly iv?: string
}

/** The signed-in user as wx.BaaS hands it out: the fields themselves, and what can be done with them. */
export interface CurrentUser extends User {
  readonly user_id: number
  /** Unix seconds; undefined when the session has ended since. */
  readonly session_expires_at: number | undefined
  get(column: string): unknown
  toJSON(): User
  /** Notes changes for update(); later ones of the same column win, the others stay. */
  set(column: string, value: unknown): CurrentUser
  set(columns: Readonly<Record<string, unknown>>): CurrentUser
  /** Sends what set() noted; it stays noted until the server has it. */
  update(): Promise<BaasResponse<User>>
  setAccount(settings: AccountSettings): Promise<CurrentUser>
  setUsername(username: string): Promise<CurrentUser>
  setEmail(email: string, options?: { sendVerificationEmail?: boolean }): Promise<CurrentUser>
  setMobilePhone(phone: string): Promise<CurrentUser>
  verifyMobilePhone(code: string): Promise<CurrentUser>
  updatePassword(change: { password: string; newPassword: string }): Promise<CurrentUser>
  requestEmailVerification(): Promise<CurrentUser>
  linkWechat(options?: LinkOptions): Promise<BaasResponse<Linked>>
  /** @deprecated since 3.18: what getUserInfo gave is ignored, as WeChat took that away. */
  linkWechat(userInfo: OldUserInfo): Promise<BaasResponse<Linked>>
}

/**
 * Wraps a user. What a method learns is taken into this object and into the session (W16, W19).
 * Methods that write reject before any request: 612 for an anonymous user, 604 once somebody else is signed in.
 */
export function createCurrentUser(
  { send, wechat, session }: CurrentUserPorts,
  initial: User,
): CurrentUser {
  let user = initial
  let noted: Readonly<Record<string, unknown>> = {}

  const learn = (next: User, reply?: unknown) => {
    user = next
    Object.assign(self, next)
    session.learn(next, readLease(reply))
    return self
  }

  const mayWrite = async () => {
    if (session.current()?.user.id !== user.id) throw new BaasError(CODE.sessionMissing)
    if (user._anonymous === true) throw new BaasError(CODE.anonymousNotAllowed)
  }

  const account = async (changes: AccountChanges) => {
    await mayWrite()
    const { body } = await writeAccount(send, changes)
    return learn(withAccount(user, body), body)
  }

  const self: CurrentUser = {
    ...initial,
    user_id: initial.id,
    session_expires_at: session.current()?.expiresAtSeconds,
    get: (column) => columnOf(user, column),
    toJSON: () => ({ ...user }),

    set(columns: string | Readonly<Record<string, unknown>>, value?: unknown) {
      noted = { ...noted, ...(typeof columns === 'string' ? { [columns]: value } : columns) }
      return self
    },
    async update() {
      const sent = noted
      noted = {}
      try {
        await mayWrite()
        const reply = await writeUser(send, sent)
        learn({ ...user, ...fieldsOf(reply.body), id: user.id })
        return responseOf(reply)
      } catch (error) {
        noted = { ...sent, ...noted }
        throw error
      }
    },

    setAccount: ({ password, ...names }) =>
      account(password === undefined ? names : { ...names, new_password: password }),
    setUsername: (username) => account({ username }),
    setMobilePhone: (phone) => account({ phone }),
    async setEmail(email, { sendVerificationEmail = false } = {}) {
      await account({ email })
      return sendVerificationEmail ? self.requestEmailVerification() : self
    },
    async updatePassword({ password, newPassword }) {
      await mayWrite()
      const { body } = await writeAccount(send, { password, new_password: newPassword })
      return learn(user, body)
    },
    async requestEmailVerification() {
      await mayWrite()
      await requestEmailVerification(send)
      return self
    },
    async verifyMobilePhone(code) {
      await mayWrite()
      await verifyPhone(send, code)
      return learn({ ...user, _phone_verified: true })
    },
    async linkWechat({ withUnionID = false }: LinkOptions & OldUserInfo = {}) {
      await mayWrite()
      const reply = await associate(send, wechat, { withUnionID })
      learn({ ...user, ...linkedIdentity(reply.body) }, reply.body)
      return responseOf(reply)
    },
  }
  return self
}
