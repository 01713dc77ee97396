import { BaasError, CODE } from '../../baas/errors'
import { flatIdentity, type FlatIdentity } from './flat-identity'
import type { Auth } from '../../auth/auth'
import type { PhoneEvent, WxAuth } from './wx-auth'

export interface DeprecatedShapes {
  /** @deprecated since 2.0: use auth.loginWithWechat(). Only `false` was ever kept alive. */
  login: (forceAuthorization: false) => Promise<FlatIdentity>
  /** @deprecated since 2.0: use auth.loginWithWechat(event, {code}). */
  handleUserInfo: (
    event: PhoneEvent & { code?: string; createUser?: boolean },
  ) => Promise<FlatIdentity & Readonly<Record<string, unknown>>>
}

/** The calls of wx.BaaS 1.x, answered in the shapes of their documents (docs/protocol.md 8.7). */
export const deprecatedShapes = (
  auth: WxAuth,
  session: Pick<Auth, 'current'>,
): DeprecatedShapes => ({
  async login(forceAuthorization) {
    if (forceAuthorization !== false) throw new BaasError(CODE.incorrectParameterType)
    if (session.current() === undefined) await auth.silentLogin()
    return flatIdentity(session)
  },
  async handleUserInfo(event) {
    const { code = '', createUser = false } = event
    // The page says so; the SDK does not do it, and its refusals name no one.
    const isRefusal = event.detail.encryptedData === undefined && event.detail.code === undefined
    if (isRefusal && session.current() === undefined) await auth.silentLogin()
    const user = (await auth.loginWithWechat(event, { code, createUser })).toJSON()
    return { ...user, nickName: user.nickname, avatarUrl: user.avatar, ...flatIdentity(session) }
  },
})
