import { ENGINES, type Engine } from '../../scripts/browser/find-program'
import type { EnginePage } from '../../scripts/browser/engine-page'
import { seen, visitsIn } from './kit/web-visits'

const registers = async (page: EnginePage, name: string) => {
  await (await seen(page, 'session-register')).click()
  await seen(page, 'register-name')
  await page.type('[id="register-name"]', name)
  await page.type('[id="register-password"]', 'a long enough password')
  await (await seen(page, 'register-submit')).click()
  await seen(page, 'session-name')
}

// Firefox brings the page as it was, without the load that goBack() waits for. WebKitWebDriver may answer no command
// after a script that leads elsewhere, so the others go back by a command.
const goesBack = {
  chromium: (page) => page.goBack(),
  firefox: (page) => page.evaluate(() => setTimeout(() => history.back())),
  webkit: (page) => page.goBack(),
} satisfies Record<Engine, (page: EnginePage) => Promise<unknown>>

describe.each(ENGINES)('the tabs of a browser, %s', (engine) => {
  const { visit, site } = visitsIn(engine)

  it(
    'a page that Back brings again after a sign-out elsewhere shows nothing of the member',
    visit(async (page) => {
      await registers(page, `back_${engine}`)
      // A page of the same origin, as another tab is: it ends the session while this one rests.
      await page.goto(`${site().url}/robots.txt`)
      await page.evaluate(() => localStorage.clear())
      await goesBack[engine](page)
      await seen(page, 'session-register')
      expect(await page.evaluate(() => document.querySelector('[id="session-name"]'))).toBeNull()
    }),
  )
})
