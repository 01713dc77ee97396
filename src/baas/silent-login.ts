import type { Send } from './client'
import { BaasError, CODE } from './errors'
import { readUser, type User } from './user'

/** What a sign-in gives: an opaque token, how long it lives, and whose it is. */
export interface Grant {
  token: string
  expiresInSeconds: number
  user: User
}

export interface SilentLogin {
  /** From wx.login: single use, five minutes. */
  code: string
  /** false: an unknown person is answered with BaasError 404 instead of a new account. */
  createUser: boolean
}

/**
 * Signs the WeChat user in with no question asked (wire contract 1.1 #1).
 * Rejects with BaasError: 404 unlinked, 600/601 no answer, 502 a reply that is not one.
 */
export async function silentLogin(send: Send, { code, createUser }: SilentLogin): Promise<Grant> {
  const reply = await send({
    method: 'POST',
    path: '/hserve/v2.5/idp/wechat/silent-login/',
    body: { create_user: createUser, code, login_with_unionid: false },
  })
  return readGrant(reply)
}

function readGrant(reply: unknown): Grant {
  if (typeof reply === 'object' && reply !== null) {
    const { token, expires_in: expiresIn, user_info: user } = reply as Record<string, unknown>
    if (typeof token === 'string' && typeof expiresIn === 'number') {
      return { token, expiresInSeconds: expiresIn, user: readUser(user) }
    }
  }
  throw new BaasError(CODE.badReply, 'the reply holds no session')
}
