import { requestPasswordReset } from '../../baas/account'
import { createCurrentUser, type CurrentUserPorts } from './create-current-user'
import type { LinkOptions, OldUserInfo } from './current-user'
import { BaasError, CODE, isUnanswered } from '../../baas/errors'
import { createFlights } from '../../auth/flights'
import { readSessionToken, type SessionToken } from '../../baas/session-token'
import { bindPhone } from '../../baas/phone'
import { writeWechatProfile, type SyncUserProfile } from '../../baas/profile'
import type { Credentials } from '../../baas/credentials'
import { refusedBy } from './refused'
import { responseOf } from './responses'
import { readUser, type User } from '../../baas/user'
import type { LoginOptions, WxAuth } from './wx-auth'

/** What a caller's word means (docs/protocol.md 8.5), and false, which the SDK takes for setnx (9.35). */
const syncOf = (word: unknown): SyncUserProfile => {
  if (word === false || word === 'false') return 'false'
  return word === 'overwrite' ? 'overwrite' : 'setnx'
}

/**
 * Builds `wx.BaaS.auth` over a session another module keeps. Every method rejects; none throws
 * (docs/protocol.md 9.14).
 */
export const createWxAuth = (ports: CurrentUserPorts): WxAuth => {
  const { send, wechat, session } = ports
  const fly = createFlights<User>()

  const wrap = (user: User) => createCurrentUser(ports, user)
  const signIn = async (credentials: Credentials) => wrap(await session.signIn(credentials))
  const learn = (user: User, token?: SessionToken) => {
    session.learn(user, token)
    return wrap(user)
  }
  const signedIn = () => {
    const current = session.current()
    if (current === undefined) throw new BaasError(CODE.sessionMissing)
    return current.user
  }

  // A refusal reports who refused, as documented.
  const refusalsNamed = <T>(attempt: Promise<T>): Promise<T> =>
    attempt.catch((error: unknown) => {
      throw refusedBy(session, error)
    })

  const wechatCredentials = ({
    createUser = true,
    withUnionID = false,
  }: LoginOptions): Credentials => ({
    by: 'wechat',
    createUser,
    withUnionID,
  })

  return {
    async loginWithWechat(event, { code = '', createUser = true, withUnionID = false } = {}) {
      if (!event?.detail) return signIn(wechatCredentials({ createUser, withUnionID }))
      const { detail } = event
      return refusalsNamed(signIn({ by: 'phoneButton', detail, code, createUser }))
    },
    async silentLogin(options = {}) {
      await session.signIn(wechatCredentials(options))
    },
    login: async ({ password, ...account }) => signIn({ by: 'password', account, password }),
    register: async ({ password, ...account }) => signIn({ by: 'registration', account, password }),
    loginWithSmsVerificationCode: async (phone, code, { createUser = true } = {}) =>
      signIn({ by: 'sms', phone, code, createUser }),
    anonymousLogin: () => signIn({ by: 'anonymous' }),

    async updateUserInfo(profile, { code = '', syncUserProfile } = {}) {
      const options = { code, syncUserProfile: syncOf(syncUserProfile) }
      return learn(await refusalsNamed(writeWechatProfile(send, wechat, profile ?? {}, options)))
    },
    async updatePhoneNumber(event, { overwrite = true } = {}) {
      const detail = event?.detail ?? {}
      const { body } = await refusalsNamed(bindPhone(send, wechat, detail, overwrite))
      return learn(readUser(body), readSessionToken(body))
    },
    async linkWechat(options?: LinkOptions & OldUserInfo) {
      return wrap(signedIn()).linkWechat(options)
    },

    /** From the network; from memory when there is none (docs/protocol.md 9.22). */
    async getCurrentUser() {
      const known = signedIn()
      const user = await fly(String(known.id), () => session.refresh()).catch((error: unknown) => {
        if (isUnanswered(error)) return known
        throw error
      })
      return wrap(user)
    },
    logout: () => session.signOut(),
    requestPasswordReset: async ({ email }) => responseOf(await requestPasswordReset(send, email)),
  }
}
