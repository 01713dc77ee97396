import type { BaasResponse, Linked } from './responses'
import type { User } from '../../baas/user'

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

/** What getUserInfo returned until 2021: `event.detail` of its button, or its answer (docs/protocol.md 1.1). */
export interface OldUserInfo {
  readonly encryptedData?: string
  readonly iv?: string
}

/** The signed-in user as wx.BaaS hands it out: the fields themselves, and what can be done with them. */
export interface CurrentUser extends User {
  readonly user_id: number
  /** Unix seconds; undefined when the session has ended since. */
  readonly session_expires_at: number | undefined
  get: (column: string) => unknown
  toJSON: () => User
  /** Notes changes for update(); later ones of the same column win, the others stay. */
  set: ((column: string, value: unknown) => CurrentUser) &
    ((columns: Readonly<Record<string, unknown>>) => CurrentUser)
  /** Sends what set() noted; it stays noted until the server has it. */
  update: () => Promise<BaasResponse<User>>
  /** Changes names and, as `password`, sets a new password, with one request. */
  setAccount: (settings: AccountSettings) => Promise<CurrentUser>
  setUsername: (username: string) => Promise<CurrentUser>
  setEmail: (email: string, options?: { sendVerificationEmail?: boolean }) => Promise<CurrentUser>
  setMobilePhone: (phone: string) => Promise<CurrentUser>
  verifyMobilePhone: (code: string) => Promise<CurrentUser>
  updatePassword: (change: { password: string; newPassword: string }) => Promise<CurrentUser>
  requestEmailVerification: () => Promise<CurrentUser>
  linkWechat: {
    (options?: LinkOptions): Promise<BaasResponse<Linked>>
    /** @deprecated since 3.18: what getUserInfo returned is ignored. */
    (userInfo: OldUserInfo): Promise<BaasResponse<Linked>>
  }
}
