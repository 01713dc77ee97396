/** Plain JSON members, by name. */
type Fields = Readonly<Record<string, unknown>>

/** What the SDK resolves with where it hands the answer on as it came. */
interface SdkResponse {
  readonly statusCode: number
  readonly data: Fields
}

/** Credentials in the SDK's words; a phone wins over an e-mail, an e-mail over a username. */
interface Credentials {
  readonly username?: string
  readonly email?: string
  readonly phone?: string
  readonly password: string
}

/** A user record of the SDK, own properties as far as the tests read them (docs/protocol.md 6.9). */
interface SdkRecord {
  readonly id: number
  readonly nickname?: string
  get: (key: string) => unknown
  toJSON: () => Fields
  set: ((key: string, value: unknown) => SdkRecord) & ((fields: Fields) => SdkRecord)
  incrementBy: (key: string, by: number) => SdkRecord
  append: (key: string, value: unknown) => SdkRecord
  uAppend: (key: string, value: unknown) => SdkRecord
  remove: (key: string, value: unknown) => SdkRecord
  patchObject: (key: string, value: Fields) => SdkRecord
  pop: (key: string) => SdkRecord
  shift: (key: string) => SdkRecord
  update: () => Promise<SdkResponse>
}

/** The signed-in user: a record that can change its account. */
interface SdkUser extends SdkRecord {
  readonly user_id?: number
  readonly openid?: string | null
  readonly unionid?: string | null
  readonly session_expires_at?: number
  readonly _anonymous: boolean
  readonly _username: string | null
  readonly _email: string | null
  readonly _email_verified: boolean
  readonly _phone: string | null
  readonly _phone_verified: boolean
  readonly _provider: Fields
  linkWechat: (options?: { withUnionID?: boolean }) => Promise<SdkResponse>
  setUsername: (username: string) => Promise<SdkUser>
  setEmail: (email: string, options?: { sendVerificationEmail?: boolean }) => Promise<SdkUser>
  setMobilePhone: (phone: string) => Promise<SdkUser>
  setAccount: (fields: Partial<Credentials>) => Promise<SdkUser>
  updatePassword: (passwords: { password: string; newPassword: string }) => Promise<SdkUser>
  requestEmailVerification: () => Promise<SdkResponse>
  verifyMobilePhone: (code: string) => Promise<SdkUser>
}

/** An event as the phone number button returns it to a page. */
export interface PhoneEvent {
  readonly detail: Readonly<Partial<Record<'code' | 'encryptedData' | 'iv' | 'errMsg', string>>>
}

interface WechatLoginOptions {
  readonly createUser?: boolean
  readonly withUnionID?: boolean
  readonly code?: string
}

interface SdkAuth {
  silentLogin: (options?: WechatLoginOptions) => Promise<unknown>
  loginWithWechat: (event?: PhoneEvent | null, options?: WechatLoginOptions) => Promise<SdkUser>
  /** Reads its options from the event itself. */
  handleUserInfo: (event: PhoneEvent & WechatLoginOptions) => Promise<SdkResponse>
  updateUserInfo: (
    profile: object,
    options?: { code?: string; syncUserProfile?: string | boolean },
  ) => Promise<SdkUser>
  updatePhoneNumber: (event: PhoneEvent, options?: { overwrite?: boolean }) => Promise<SdkUser>
  register: (credentials: Credentials) => Promise<SdkUser>
  login: (credentials: Credentials) => Promise<SdkUser>
  loginWithSmsVerificationCode: (
    phone: string,
    code: string,
    options?: { createUser?: boolean },
  ) => Promise<SdkUser>
  anonymousLogin: () => Promise<SdkUser>
  logout: () => Promise<SdkResponse>
  requestPasswordReset: (form: { email: string }) => Promise<SdkResponse>
  getCurrentUser: () => Promise<SdkUser>
  linkWechat: (options?: { withUnionID?: boolean }) => Promise<SdkResponse>
}

/** One page of a user query. */
interface SdkPage {
  readonly data: {
    readonly meta: Readonly<{
      limit: number
      offset: number
      next: string | null
      previous: string | null
      total_count?: number
    }>
    readonly objects: readonly Fields[]
  }
}

interface SdkQuery {
  contains: (field: string, text: string) => SdkQuery
  compare: (field: string, operator: string, value: unknown) => SdkQuery
}

interface SdkUserTable {
  get: (id: number) => Promise<SdkResponse>
  limit: (count: number) => SdkUserTable
  offset: (count: number) => SdkUserTable
  orderBy: (field: string) => SdkUserTable
  setQuery: (query: SdkQuery) => SdkUserTable
  find: (options?: { withCount?: boolean }) => Promise<SdkPage>
  getCurrentUserWithoutData: () => SdkRecord
}

/** `wx.BaaS` of the vendor's SDK, as far as the tests use it. The package brings no types (docs/protocol.md 9.2). */
export interface VendorSdk {
  init: (
    clientID: string,
    options?: { host?: string; autoLogin?: boolean; env?: string; logLevel?: string },
  ) => void
  readonly auth: SdkAuth
  /** Deprecated since 2.0, still served: `login(false)`. */
  login: (forceLogin: boolean) => Promise<Fields>
  /** Deprecated since 2.0, still served: plain JSON, and a request for the user after the login. */
  handleUserInfo: (event: PhoneEvent & WechatLoginOptions) => Promise<Fields>
  clearSession: () => Promise<unknown>
  /** Takes the options of `App.onLaunch`; the card is reported once someone is signed in. */
  reportTemplateMsgAnalytics: (launch: {
    scene: number
    query: { _H_utm_campaign: string }
  }) => void
  readonly User: new () => SdkUserTable
  readonly Query: new () => SdkQuery
  readonly File: new () => {
    upload: (
      file: { filePath: string; fileName?: string },
      meta?: { categoryName?: string },
    ) => Promise<SdkResponse>
  }
  invoke: (name: string, data?: unknown, sync?: boolean) => Promise<Fields>
  getServerDate: () => Promise<SdkResponse>
  sendSmsCode: (form: { phone: string; signatureID?: string }) => Promise<SdkResponse>
  verifySmsCode: (form: { phone: string; code: string | number }) => Promise<SdkResponse>
  wxCensorText: (text: string) => Promise<SdkResponse>
  wxCensorImage: (filePath: string) => Promise<Fields>
  censorAsync: (fileID: string) => Promise<SdkResponse>
  getCensorResult: (id: string) => Promise<SdkResponse>
  wxDecryptData: (
    encryptedData: string,
    iv: string,
    type: 'we-run-data' | 'open-gid' | 'phone-number',
    phoneCode?: string,
  ) => Promise<Fields>
}
