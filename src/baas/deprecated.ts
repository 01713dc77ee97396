import { BaasError, CODE } from './errors'
import type { SessionKeeper } from './session-keeper'
import type { PhoneEvent, WxAuth } from './wx-auth'

/** What wx.BaaS 1.x answered a login with. */
interface OldSession {
  id: number
  openid: string
  unionid: string
  /** Unix seconds; the old documents show milliseconds, the SDK always gave seconds. */
  session_expires_at: number
}

export interface DeprecatedShapes {
  /** @deprecated since 2.0: use auth.loginWithWechat(). Only `false` was ever kept alive. */
  login(forceAuthorization: false): Promise<OldSession>
  /** @deprecated since 2.0: use auth.loginWithWechat(event, {code}). */
  handleUserInfo(
    event: PhoneEvent & { code?: string; createUser?: boolean },
  ): Promise<Readonly<Record<string, unknown>>>
}

/** The calls of wx.BaaS 1.x, answered in the shapes of their documents (seed 004, wire contract 4). */
export const deprecatedShapes = (auth: WxAuth, session: SessionKeeper): DeprecatedShapes => ({
  async login(forceAuthorization) {
    if (forceAuthorization !== false) throw new BaasError(CODE.incorrectParameterType)
    if (session.current() === undefined) await auth.silentLogin()
    return oldSession(session)
  },
  async handleUserInfo(event) {
    const { code = '', createUser = false } = event
    const user = (await auth.loginWithWechat(event, { code, createUser })).toJSON()
    return { ...user, nickName: user.nickname, avatarUrl: user.avatar, ...oldSession(session) }
  },
})

function oldSession(session: SessionKeeper): OldSession {
  const current = session.current()
  if (current === undefined) throw new BaasError(CODE.sessionMissing)
  const { user, expiresAtSeconds } = current
  return {
    id: user.id,
    openid: user.openid ?? '',
    unionid: user.unionid ?? '',
    session_expires_at: expiresAtSeconds,
  }
}
