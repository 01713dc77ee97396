import { inTurn, type WebStep } from '../scene'
import { open, press, see, type } from '../web-steps'

/** What everyone on the web signs in with. */
export const PASSWORD = 'a sentence that only Lin knows'

/** Registers from the first page. */
export const registerOnWeb = (name: string): WebStep =>
  inTurn(
    press('session-register'),
    type('register-name', name),
    type('register-password', PASSWORD),
    press('register-submit'),
    see('session-name'),
  )

/** Registers and enters an e-mail address; the message is not opened yet. */
export const saveEmail = (name: string): WebStep =>
  inTurn(
    registerOnWeb(name),
    open('pages/member/account/email/index'),
    type('email', emailOf(name)),
    press('email-save'),
    see('email-code'),
  )

/** The address they enter. */
export const emailOf = (name: string): string => `${name}@example.com`
