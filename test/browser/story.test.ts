import type { Browser, Page } from 'puppeteer-core'
import { openBrowser } from '../../scripts/browser/open-browser'
import { startPreviewWorld, type PreviewWorld } from '../../scripts/browser/preview-world'
import { startStaticSite, type StaticSite } from '../../scripts/browser/static-site'
import { TEST_BUNDLE, TEST_SITE } from '../../scripts/build/test-bundle'
import { launch } from '../../simulator/index'

const PASSWORD = 'a sentence that only Lin knows'

/** The story of docs/protocol.md 1.1: one person, the web first, then WeChat, one account. */
describe('one account, on the web and in WeChat', () => {
  let world: PreviewWorld
  let site: StaticSite
  let browser: Browser

  beforeAll(async () => {
    world = await startPreviewWorld(TEST_BUNDLE)
    site = await startStaticSite(TEST_SITE, {
      builtFor: 'http://127.0.0.1:8787',
      backend: world.serverUrl,
    })
    browser = await openBrowser('chromium')
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    await world?.stop()
  })

  const on = (page: Page, id: string) => page.waitForSelector(`[id="${id}"]`, { visible: true })
  const press = async (page: Page, id: string) => void (await (await on(page, id))?.click())
  const say = async (page: Page, id: string, text: string) =>
    void (await (await on(page, id))?.type(text))
  const openApp = () =>
    launch(TEST_BUNDLE, {
      person: 'lin',
      simulator: world.simulatorUrl,
      hosts: { '127.0.0.1:8787': new URL(world.serverUrl).host },
    })

  it('one person registers in a browser, links in the mini-program, and is signed in by itself ever after', async () => {
    const page = await browser.newPage()
    await page.goto(site.url)
    await press(page, 'session-register')
    await say(page, 'register-name', 'lin')
    await say(page, 'register-password', PASSWORD)
    await page.keyboard.press('Enter')
    const shown = await on(page, 'session-user-id')
    const id = await shown?.evaluate((element) => element.textContent)

    const app = await openApp()
    await app.tap('link-open')
    await app.tap('link-sign-in')
    await app.input('link-username', 'lin')
    await app.input('link-password', PASSWORD)
    await app.tap('link-submit')
    expect(app.has('link-done')).toBe(true)
    await app.tap('link-leave')
    await app.tap('home-notes')
    await app.tap('note-write')
    await app.input('note-title', 'From the phone')
    await app.tap('note-save')
    expect(app.errors).toEqual([])
    app.close()

    const again = await openApp()
    expect(again.text('session-user-id')).toBe(id)
    again.close()

    const elsewhere = await (await browser.createBrowserContext()).newPage()
    await elsewhere.goto(site.url)
    await press(elsewhere, 'session-retry')
    await say(elsewhere, 'sign-in-name', 'lin')
    await say(elsewhere, 'sign-in-password', PASSWORD)
    await elsewhere.keyboard.press('Enter')
    await press(elsewhere, 'home-notes')
    await elsewhere.waitForFunction(() =>
      document.getElementById('note-0')?.textContent?.includes('From the phone'),
    )
  })
})
