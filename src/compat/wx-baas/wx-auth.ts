import type { CurrentUser, LinkOptions, OldUserInfo } from './current-user'
import type { PhoneDetail } from '../../baas/phone-event'
import type { SyncUserProfile, WechatProfile } from '../../baas/profile'
import type { AccountName } from '../../baas/credentials'
import type { BaasResponse, Done, Linked } from './responses'

/** The event of a `getPhoneNumber` button. */
export interface PhoneEvent {
  readonly detail: PhoneDetail
}

export interface LoginOptions {
  /** Of a wx.login made before the tap; the phone login needs it. */
  code?: string
  /** false: an unknown person is answered with 404 instead of a new account. */
  createUser?: boolean
  withUnionID?: boolean
  /** @deprecated since 3.18: ignored, as WeChat took getUserInfo away. Use updateUserInfo(). */
  syncUserProfile?: SyncUserProfile
}

type NamedPassword = AccountName & { readonly password: string }

/** `wx.BaaS.auth`: same names, arguments, results and codes as the documents (docs/protocol.md 1.1). */
export interface WxAuth {
  loginWithWechat: (event?: PhoneEvent | null, options?: LoginOptions) => Promise<CurrentUser>
  silentLogin: (options?: Pick<LoginOptions, 'createUser' | 'withUnionID'>) => Promise<void>
  login: (credentials: NamedPassword) => Promise<CurrentUser>
  register: (credentials: NamedPassword) => Promise<CurrentUser>
  loginWithSmsVerificationCode: (
    phone: string,
    code: string,
    options?: { createUser?: boolean },
  ) => Promise<CurrentUser>
  anonymousLogin: () => Promise<CurrentUser>
  updateUserInfo: (
    profile: WechatProfile,
    options?: { code?: string; syncUserProfile?: SyncUserProfile | false },
  ) => Promise<CurrentUser>
  updatePhoneNumber: (event: PhoneEvent, options?: { overwrite?: boolean }) => Promise<CurrentUser>
  linkWechat: {
    (options?: LinkOptions): Promise<BaasResponse<Linked>>
    /** @deprecated since 3.18: what getUserInfo returned is ignored. */
    (userInfo: OldUserInfo): Promise<BaasResponse<Linked>>
  }
  getCurrentUser: () => Promise<CurrentUser>
  logout: () => Promise<void>
  requestPasswordReset: (request: { email: string }) => Promise<BaasResponse<Done>>
}
