import type { Context } from '../context'
import { violatedUnique } from '../db/unique-violation'
import { ApiError } from '../errors'
import type { Origin } from '../sessions/session'
import { createWithWechat } from './create-with-wechat'
import { signInKnown, type SignedIn } from './sign-in-known'

/** What a silent login asks for (wire contract 1.1 #1). */
export interface SilentLogin {
  readonly code: string
  /** false: an unknown person gets 404 and nothing is stored. */
  readonly createUser: boolean
}

/**
 * Signs in whoever the wx.login code belongs to, making an account on first sight if asked to.
 * Rejects with 404 for an unknown person otherwise, and with WeChat's refusals of the code.
 */
export const silentLogin = async (
  context: Context,
  { code, createUser }: SilentLogin,
  origin: Origin,
): Promise<SignedIn> => {
  const person = await context.wechat.codeToSession(code)
  const known = await signInKnown(context, person, 'wechat', origin)
  if (known !== null) return known
  if (!createUser) throw new ApiError(404, 'No account is linked to this WeChat user.')

  return createWithWechat(context, person, 'wechat', origin).catch(async (error: unknown) => {
    // Two first launches at once: the one that lost the race finds the other's account.
    const winner =
      violatedUnique(error) === null ? null : await signInKnown(context, person, 'wechat', origin)
    if (winner === null) throw error
    return winner
  })
}
