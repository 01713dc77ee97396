import { reauthenticate } from '../baas/reauthentication'
import type { Send } from '../baas/send'
import { isTransient } from './failed-sign-in'
import type { Parts } from './parts'
import type { Question } from './question'

/**
 * Returns a function that has the member re-authenticate, and resolves to the token that a refused call is sent again
 * with: silently by WeChat where this one is linked, else by the question; undefined when the person declines, or the
 * page cannot ask. It rejects with a BaasError that may pass.
 * @param hasWechat whether WeChat can vouch for anyone here
 */
export const createReauthenticate =
  (
    { store, wechat }: Pick<Parts, 'store' | 'wechat'>,
    question: Question<string>,
    hasWechat: boolean,
  ) =>
  async (request: Send): Promise<string | undefined> => {
    if (hasWechat && store.record()?.user.openid) {
      try {
        return await reauthenticate(request, { code: await wechat.loginCode() })
      } catch (error) {
        // A definite no: the account is linked to a WeChat of another phone, and the person may know the password.
        if (isTransient(error)) throw error
      }
    }
    return question.ask()
  }
