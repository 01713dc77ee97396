import type { EnginePage } from '../../scripts/browser/engine-page'
import { ENGINES } from '../../scripts/browser/find-program'
import { hashIs, seen, visitsIn } from './kit/web-visits'

const RESET = '/#/pages/web/reset/index'

describe.each(ENGINES)('mailed links in the web build in %s', (engine) => {
  const { visit } = visitsIn(engine)

  /** As when a link is pasted into the address bar: the page is not loaded anew. */
  const open = async (page: EnginePage, token: string) => {
    await page.evaluate(
      (hash: string) => void (location.hash = hash),
      `${RESET.slice(1)}?token=${token}`,
    )
    await page.waitForFunction(() => !location.hash.includes('token'))
  }
  const save = async (page: EnginePage) => {
    await (await seen(page, 'new-password')).type('a good sentence')
    await page.keyboard.press('Enter')
    await seen(page, 'new-password-dead')
  }

  it(
    'the page of the web build that resets a password takes the token of each link that is opened over it',
    visit(
      async (page) => {
        await seen(page, 'reset-email')
        await open(page, 'first')
        await save(page)
        await open(page, 'second')
        await save(page)
        await (await seen(page, 'new-password-again')).click()
        await seen(page, 'reset-email')
        await open(page, 'third')
        await seen(page, 'new-password')
      },
      { path: RESET },
    ),
  )

  it(
    'the page of the web build that resets a password takes the token of a link that is opened over the sign-in page in front of it',
    visit(
      async (page) => {
        await (await seen(page, 'reset-sign-in')).click()
        await seen(page, 'sign-in-name')
        await (await seen(page, 'sign-in-forgot')).click()
        await hashIs(page, 'reset')
        await seen(page, 'reset-email')
        await open(page, 'first')
        await save(page)
      },
      { path: RESET },
    ),
  )
})
