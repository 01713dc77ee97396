import { TEST_SITE } from '../../scripts/build/test-bundle'
import { startPreviewWorld, type PreviewWorld } from '../../scripts/browser/preview-world'
import type { EngineBrowser, EngineElement, EnginePage } from '../../scripts/browser/engine-page'
import { ENGINES } from '../../scripts/browser/find-program'
import { openEngine } from '../../scripts/browser/open-engine'
import { startStaticSite, type StaticSite } from '../../scripts/browser/static-site'

/** The address the web build was made for. */
const BUILT_FOR = 'http://127.0.0.1:8787'
/** Where e-mails say the web build is; under test it stands at a free port instead. */
const WEB_APP_URL = 'http://web-build.invalid'

describe.each(ENGINES)('the web build in %s', (engine) => {
  let world: PreviewWorld
  let site: StaticSite
  let browser: EngineBrowser

  beforeAll(async () => {
    world = await startPreviewWorld(TEST_SITE, { WEB_APP_URL })
    site = await startStaticSite(TEST_SITE, { builtFor: BUILT_FOR, backend: world.serverUrl })
    browser = await openEngine(engine)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    await world?.stop()
  })

  /** Someone opens the site in a browser that has never been there; at the end no error was missed. */
  const visit = (play: (page: EnginePage) => Promise<void>) => async () => {
    const context = await browser.createBrowserContext()
    const page = await context.newPage()
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(String(error)))
    page.setDefaultTimeout(10_000)
    await page.setViewport({ width: 420, height: 860 })
    await page.goto(site.url)
    await play(page)
    expect(broken).toEqual([])
    await context.close()
  }
  const shown = (id: string) => `.taro_page_show [id="${id}"], [id="${id}"]`
  const inSight = async (page: EnginePage, id: string): Promise<EngineElement> => {
    const found = await page.waitForFunction(
      (wanted: string) =>
        [...document.querySelectorAll(`[id="${wanted}"]`)].find((node) => node.checkVisibility()),
      {},
      id,
    )
    return found as EngineElement
  }
  const press = async (page: EnginePage, id: string) => {
    await page.waitForSelector(shown(id), { visible: true })
    await page.click(shown(id))
  }

  it(
    'the web build opens as a guest',
    visit(async (page) => {
      await page.waitForSelector(shown('session-retry'), { visible: true })
    }),
  )

  it(
    'a person registers with a username in the web build and is signed in, also after a reload',
    visit(async (page) => {
      await press(page, 'session-register')
      await page.waitForSelector('[id="register-name"]', { visible: true })
      await page.type('[id="register-name"]', `somebody_${engine}`)
      await page.type('[id="register-password"]', 'a long enough password')
      await press(page, 'register-submit')
      await page.waitForSelector('[id="session-name"]', { visible: true })
      await page.reload()
      await page.waitForSelector('[id="session-name"]', { visible: true })
    }),
  )

  const backend = async (path: string, body: object, token?: string) => {
    const answer = await fetch(`${world.serverUrl}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Hydrogen-Client-ID': 'starter-dev',
        ...(token !== undefined && { Authorization: `Hydrogen-r1 ${token}` }),
      },
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(201)
    return (await answer.json()) as Readonly<Record<string, unknown>>
  }
  /** The newest e-mail, once there is one with another link than `followed`. */
  const nextEmail = async (to: string, followed = ''): Promise<{ text: string; link: string }> => {
    const { mails } = (await (await fetch(`${world.simulatorUrl}/control/outbox`)).json()) as {
      mails: readonly { to: string; text: string }[]
    }
    const text = mails.filter((mail) => mail.to === to).at(-1)?.text ?? ''
    const link = /http\S+/.exec(text)?.[0].replace(WEB_APP_URL, site.url) ?? followed
    return link === followed ? nextEmail(to, followed) : { text, link }
  }
  /** Mail programs open links in a tab of their own, where the app starts anew. */
  const follow = async (page: EnginePage, link: string) => {
    await page.goto('about:blank')
    await page.goto(link)
  }

  it(
    'the e-mails lead to an address verified in the session, and from a forgotten password to a new one',
    visit(async (page) => {
      const email = `${engine}@example.com`
      const account = { email, password: 'soon to be forgotten' }
      const { token } = await backend('/hserve/v2.1/register/email/', account)
      await backend('/hserve/v2.0/user/email-verify/', {}, String(token))
      const first = await nextEmail(email)
      expect(first.link).toMatch(/#\/pages\/web\/verify\/index$/)
      await follow(page, first.link)
      await press(page, 'session-retry')
      await page.waitForSelector('[id="sign-in-name"]', { visible: true })
      await page.type('[id="sign-in-name"]', email)
      await page.type('[id="sign-in-password"]', account.password)
      await page.keyboard.press('Enter')
      // The page they came from is below, hidden, with the same ids.
      await (await inSight(page, 'email-code')).type(first.text.slice(0, 9))
      await (await inSight(page, 'email-code-submit')).click()
      await inSight(page, 'verify-done')

      await page.evaluate(() => localStorage.clear())
      await follow(page, `${site.url}/#/pages/web/reset/index`)
      await page.waitForSelector('[id="reset-email"]', { visible: true })
      await page.type('[id="reset-email"]', email)
      await press(page, 'reset-submit')
      await page.waitForSelector(shown('reset-said'), { visible: true })

      const { link: second } = await nextEmail(email, first.link)
      expect(second).toMatch(/#\/pages\/web\/reset\/index\?token=[\w-]{43}$/)
      await follow(page, second)
      await page.waitForSelector('[id="new-password"]', { visible: true })
      expect(page.url()).toBe(second.replace(/\?token=.*/, ''))
      await page.type('[id="new-password"]', 'not to be forgotten')
      await page.keyboard.press('Enter')
      await press(page, 'new-password-sign-in')
      await page.waitForSelector('[id="sign-in-name"]', { visible: true })
      await page.type('[id="sign-in-name"]', email)
      await page.type('[id="sign-in-password"]', 'not to be forgotten')
      await page.keyboard.press('Enter')
      await page.waitForSelector('[id="session-name"]', { visible: true })

      await follow(page, second)
      await page.waitForSelector('[id="new-password"]', { visible: true })
      await page.type('[id="new-password"]', 'set by somebody else')
      await page.keyboard.press('Enter')
      await page.waitForSelector(shown('new-password-dead'), { visible: true })
    }),
  )
})
