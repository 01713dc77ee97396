import { see, tap, type } from '../phone-steps'
import { inTurn, type PhoneStep } from '../scene'
import type { WebAccount } from '../situation'

/** From the first screen of an unlinked person into one of the ways of the link flow. */
export const startLink = (way: 'sign-in' | 'register'): PhoneStep =>
  inTurn(tap('link-open'), tap(`link-${way}`), see('link-form'))

/** Says in the link flow to be the owner of this account. */
export const prove = ({ username, password }: WebAccount): PhoneStep =>
  inTurn(type('link-username', username), type('link-password', password), tap('link-submit'))

/** Someone opened an account on the web, and now says in the link flow to be its owner. */
export const proveNew =
  (username: string): PhoneStep =>
  async (preview, situation) =>
    prove(await situation.register(username))(preview, situation)
