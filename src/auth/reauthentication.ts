import { reauthenticate } from '../baas/reauthentication'
import type { Send } from '../baas/send'
import { isTransient } from './failed-sign-in'
import type { Parts } from './parts'
import { createQuestion, type Question } from './question'

/** How a member shows once more whose account it is, before a dangerous act. */
export interface Reauthentication {
  /** Asks for credentials of the member again: a sheet answers with the token of a re-authentication. */
  question: Question<string>
  /**
   * The token of a re-authentication, to send a refused call again with: by WeChat silently where this one is linked,
   * else by the question; undefined when the person declines, or the page cannot ask. Rejects with a BaasError that
   * may pass.
   */
  reauthenticate: (request: Send) => Promise<string | undefined>
}

/** Re-authentication of the member of a store; `hasWechat` where WeChat can vouch for people. */
export const createReauthentication = ({
  store,
  wechat,
  hasWechat,
}: Pick<Parts, 'store' | 'wechat'> & { hasWechat: boolean }): Reauthentication => {
  const question = createQuestion<string>()
  return {
    question,
    async reauthenticate(request) {
      if (hasWechat && store.record()?.user.openid) {
        try {
          return await reauthenticate(request, { code: await wechat.loginCode() })
        } catch (error) {
          // A definite no: the account is linked to a WeChat of another phone, and the person may know the password.
          if (isTransient(error)) throw error
        }
      }
      return question.ask()
    },
  }
}
