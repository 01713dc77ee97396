import type { Browser, Page } from 'puppeteer-core'
import { TEST_SITE } from '../../scripts/build/test-bundle'
import { startDeskWorld, type DeskWorld } from '../../scripts/browser/desk-world'
import type { Engine } from '../../scripts/browser/find-browser'
import { openBrowser } from '../../scripts/browser/open-browser'
import { startStaticSite, type StaticSite } from '../../scripts/browser/static-site'

/** The address the web build was made for. */
const BUILT_FOR = 'http://127.0.0.1:8787'

describe.each<Engine>(['chromium', 'firefox'])('the web build in %s', (engine) => {
  let world: DeskWorld
  let site: StaticSite
  let browser: Browser

  beforeAll(async () => {
    world = await startDeskWorld(TEST_SITE)
    site = await startStaticSite(TEST_SITE, { builtFor: BUILT_FOR, backend: world.serverUrl })
    browser = await openBrowser(engine)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    await world?.stop()
  })

  /** Somebody opens the site in a browser that has never been there; at the end nothing broke unseen. */
  const visit = (play: (page: Page) => Promise<void>) => async () => {
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
  const press = async (page: Page, id: string) => {
    await page.waitForSelector(shown(id), { visible: true })
    await page.click(shown(id))
  }

  it(
    'opens as a guest',
    visit(async (page) => {
      await page.waitForSelector(shown('session-retry'), { visible: true })
    }),
  )

  it(
    'somebody registers with a username and is signed in, also after a reload',
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
})
