import type { Auth } from '../../auth/auth'
import {
  requestEmailVerification,
  withAccount,
  writeAccount,
  type AccountChanges,
} from '../../baas/account'
import type { CurrentUser, LinkOptions, OldUserInfo } from './current-user'
import { BaasError, CODE } from '../../baas/errors'
import { readSessionToken, withoutSessionToken } from '../../baas/session-token'
import { associate, linkedIdentity } from '../../baas/link'
import { verifyPhone } from '../../baas/phone'
import { writeUser } from '../../baas/profile'
import { fieldsOf } from '../../baas/read'
import { responseOf } from './responses'
import type { Send } from '../../baas/send'
import { columnOf, type User } from '../../baas/user'
import type { Wechat } from '../../baas/wechat'

export interface CurrentUserPorts {
  send: Send
  wechat: Wechat
  session: Pick<Auth, 'current' | 'signIn' | 'learn' | 'refresh' | 'signOut'>
}

/**
 * Wraps a user. What a method learns is taken into this object and into the session (docs/protocol.md 9.16, 9.19).
 * Methods that write reject before any request: 612 for an anonymous user, 604 once another person is signed in.
 */
export const createCurrentUser = (
  { send, wechat, session }: CurrentUserPorts,
  initial: User,
): CurrentUser => {
  let user = initial
  let noted: Readonly<Record<string, unknown>> = {}

  const learn = (next: User, reply?: unknown) => {
    user = next
    Object.assign(self, next)
    session.learn(next, readSessionToken(reply))
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

    setAccount: async ({ password, ...names }) =>
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
      const { body } = await verifyPhone(send, code)
      return learn({ ...user, _phone_verified: true }, body)
    },
    async linkWechat({ withUnionID = false }: LinkOptions & OldUserInfo = {}) {
      await mayWrite()
      const reply = await associate(send, wechat, { withUnionID })
      learn({ ...user, ...linkedIdentity(reply.body) }, reply.body)
      return responseOf({ ...reply, body: withoutSessionToken(reply.body) })
    },
  }
  return self
}
