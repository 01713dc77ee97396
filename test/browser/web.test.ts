import type { Browser } from 'puppeteer-core'
import { TEST_SITE } from '../../scripts/build/test-bundle'
import { startDeskWorld, type DeskWorld } from '../../scripts/browser/desk-world'
import type { Engine } from '../../scripts/browser/find-browser'
import { openBrowser } from '../../scripts/browser/open-browser'
import { startStaticSite, type StaticSite } from '../../scripts/browser/static-site'

/** The address the web build was made for, led to this world's backend by the browser's own request. */
const BUILT_FOR = 'http://127.0.0.1:8787'

describe.each<Engine>(['chromium', 'firefox'])('the web build in %s', (engine) => {
  let world: DeskWorld
  let site: StaticSite
  let browser: Browser

  beforeAll(async () => {
    world = await startDeskWorld(TEST_SITE)
    site = await startStaticSite(TEST_SITE)
    browser = await openBrowser(engine)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    await world?.stop()
  })

  it('opens as a guest, without an error', async () => {
    const page = await browser.newPage()
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(String(error)))
    await page.setRequestInterception(true)
    page.on('request', (request) => {
      const url = request.url().replace(BUILT_FOR, world.serverUrl)
      void request.continue(url === request.url() ? {} : { url })
    })
    await page.goto(site.url)
    await page.waitForSelector('[id="session-retry"]')
    expect(broken).toEqual([])
    await page.close()
  })
})
