import { inTurn, onWeb, type WebScene, type WebStep } from '../scene'
import type { Situation } from '../situation'
import { open, press, see, type } from '../web-steps'
import { emailOf, PASSWORD, saveEmail } from './web-ways'

type Token = (situation: Situation) => Promise<string>

const USED: Token = () => Promise.resolve('used')

const sent =
  (to: string): Token =>
  ({ tokenFor }) =>
    tokenFor(emailOf(to))

/** The link of a backend that knows the web build (WEB_APP_URL). */
const follow =
  (page: string, token?: Token): WebStep =>
  async (web, situation) => {
    const brought = token === undefined ? '' : `?token=${await token(situation)}`
    // Mail programs open links in a tab of their own, where nothing runs yet.
    await web.page.goto('about:blank')
    await web.open(`pages/web/${page}/index${brought}`)
  }

/** The link of a backend that does not: to a page of its own. */
const followOut =
  (page: string): WebStep =>
  ({ page: tab }, situation) =>
    tab.goto(`${situation.serverUrl}/ext/v1/email/${page}`)

/** Sends the form of the backend's page. */
const submitOut: WebStep = async ({ page }) => {
  await page.click('button')
  await page.waitForSelector('output:not(:empty)')
}

/** Types the code of the e-mail. */
const typeCode =
  (name: string): WebStep =>
  async (web, { codeFor }) =>
    web.type('email-code', await codeFor(emailOf(name)))

const verify = (name: string): WebStep =>
  inTurn(
    saveEmail(name),
    follow('verify'),
    typeCode(name),
    press('email-code-submit'),
    see('verify-done'),
  )

/** Only to an address that is verified goes a link to reset. */
const followReset = (name: string): WebStep =>
  inTurn(
    verify(name),
    open('pages/web/reset/index'),
    type('reset-email', emailOf(name)),
    press('reset-submit'),
    see('reset-said'),
    follow('reset', sent(name)),
  )

const saveNewPassword = inTurn(type('new-password', PASSWORD), press('new-password-save'))

/** What the links in e-mails lead to, in the web build and in the backend: fresh, done, and used. */
export const mailedLinkScenes: readonly WebScene[] = [
  onWeb('web-verify-guest', follow('verify'), see('session-retry')),
  onWeb(
    'web-verify-wrong',
    saveEmail('verify_wrong'),
    follow('verify'),
    type('email-code', 'AAAA-AAAA'),
    press('email-code-submit'),
    see('email-code-failure'),
  ),
  onWeb('web-verify-done', verify('verify_done')),
  onWeb('web-new-password', followReset('new_password'), see('new-password')),
  onWeb(
    'web-new-password-done',
    followReset('new_password_done'),
    saveNewPassword,
    see('new-password-done'),
  ),
  onWeb('web-new-password-used', follow('reset', USED), saveNewPassword, see('new-password-dead')),
  onWeb('email-page-verify', followOut('verify/')),
  onWeb('email-page-reset', followOut('reset/#used')),
  onWeb(
    'email-page-reset-expired',
    followOut('reset/#used'),
    ({ page }) => page.type('input', PASSWORD),
    submitOut,
  ),
]
