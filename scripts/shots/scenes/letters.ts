import { inTurn, onWeb, type WebScene, type WebStep } from '../scene'
import type { Letter, Stage } from '../stage'
import { open, press, see, type } from '../web-steps'
import { emailOf, PASSWORD, saveEmail } from './web-ways'

type Token = (stage: Stage) => Promise<string>

const USED: Token = () => Promise.resolve('used')

const sent =
  (letter: Letter, to: string): Token =>
  ({ tokenFor }) =>
    tokenFor(letter, emailOf(to))

/** The link of a backend that knows the web build (WEB_APP_URL). */
const follow =
  (letter: Letter, token: Token): WebStep =>
  async (web, stage) => {
    const brought = await token(stage)
    // Mail programs open links in a tab of their own, where nothing runs yet.
    await web.page.goto('about:blank')
    await web.open(`pages/web/${letter}/index?token=${brought}`)
  }

/** The link of a backend that does not: to a page of its own. */
const followOut =
  (letter: Letter, token: Token): WebStep =>
  async ({ page }, stage) =>
    page.goto(`${stage.serverUrl}/ext/v1/email/${letter}/#${await token(stage)}`)

/** Sends the form of the backend's page. */
const submitOut: WebStep = async ({ page }) => {
  await page.click('button')
  await page.waitForSelector('output:not(:empty)')
}

const verify = (name: string): WebStep =>
  inTurn(
    saveEmail(name),
    follow('verify', sent('verify', name)),
    press('verify-link-confirm'),
    see('verify-link-done'),
  )

/** Only to an address that is verified goes a link to reset. */
const followReset = (name: string): WebStep =>
  inTurn(
    verify(name),
    open('pages/web/reset/index'),
    type('reset-email', emailOf(name)),
    press('reset-submit'),
    see('reset-said'),
    follow('reset', sent('reset', name)),
  )

const saveNewPassword = inTurn(type('new-password', PASSWORD), press('new-password-save'))

/** What the links in letters lead to, in the web build and in the backend: fresh, done, and used. */
export const letterScenes: readonly WebScene[] = [
  onWeb(
    'web-verify-link',
    saveEmail('verify_link'),
    follow('verify', sent('verify', 'verify_link')),
    see('verify-link-confirm'),
  ),
  onWeb('web-verify-link-done', verify('verify_done')),
  onWeb(
    'web-verify-link-used',
    follow('verify', USED),
    press('verify-link-confirm'),
    see('verify-link-dead'),
  ),
  onWeb('web-new-password', followReset('new_password'), see('new-password')),
  onWeb(
    'web-new-password-done',
    followReset('new_password_done'),
    saveNewPassword,
    see('new-password-done'),
  ),
  onWeb('web-new-password-used', follow('reset', USED), saveNewPassword, see('new-password-dead')),
  onWeb(
    'letter-verify',
    saveEmail('letter_verify'),
    followOut('verify', sent('verify', 'letter_verify')),
  ),
  onWeb(
    'letter-verified',
    saveEmail('letter_verified'),
    followOut('verify', sent('verify', 'letter_verified')),
    submitOut,
  ),
  onWeb('letter-reset', followOut('reset', USED)),
  onWeb(
    'letter-reset-expired',
    followOut('reset', USED),
    ({ page }) => page.type('input', PASSWORD),
    submitOut,
  ),
]
