import type { Browser, Page } from 'puppeteer-core'
import { TEST_SITE } from '../../../scripts/build/test-bundle'
import { startPreviewWorld, type PreviewWorld } from '../../../scripts/browser/preview-world'
import type { Engine } from '../../../scripts/browser/find-browser'
import { openBrowser } from '../../../scripts/browser/open-browser'
import { startStaticSite, type StaticSite } from '../../../scripts/browser/static-site'
import { TAB_NAMES } from '../../../src/features/navigation/routes'

/** The address the web build was made for. */
const BUILT_FOR = 'http://127.0.0.1:8787'

interface Visit {
  /** Runs in the page before any script of it. */
  before?: () => void
  path?: string
}

/** The element of an id, once it is visible. */
export const seen = (page: Page, id: string) =>
  page.waitForSelector(`[id="${id}"]`, { visible: true }).then((found) => {
    if (found === null) throw new Error(`There is no #${id}.`)
    return found
  })
export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.className || '')
export const openTab = (page: Page, name: (typeof TAB_NAMES)[number]) =>
  page.evaluate(
    (wanted) => document.querySelectorAll<HTMLElement>('.weui-tabbar__item')[wanted]?.click(),
    TAB_NAMES.indexOf(name),
  )
export const hashIs = (page: Page, part: string) =>
  page.waitForFunction((wanted: string) => location.hash.includes(wanted), {}, part)

/** For the tests of one `describe`: the web build as a site in one browser. Returns what makes a test of a visit. */
export const visitsIn = (engine: Engine) => {
  let world: PreviewWorld
  let site: StaticSite
  let browser: Browser

  beforeAll(async () => {
    world = await startPreviewWorld(TEST_SITE, {})
    site = await startStaticSite(TEST_SITE, { builtFor: BUILT_FOR, backend: world.serverUrl })
    browser = await openBrowser(engine)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    await world?.stop()
  })

  /** Opens the site in a browser that has never been there; at the end no error was missed. */
  const visit =
    (play: (page: Page) => Promise<void>, { before, path = '/' }: Visit = {}) =>
    async () => {
      const context = await browser.createBrowserContext()
      const page = await context.newPage()
      const broken: string[] = []
      page.on('pageerror', (error) => {
        // It is on screen by then, with a way on.
        if (!String(error).includes('ChunkLoadError')) broken.push(String(error))
      })
      page.on('console', (line) => {
        if (/content.security.policy/i.test(line.text())) broken.push(line.text())
      })
      page.setDefaultTimeout(15_000)
      await page.setViewport({ width: 420, height: 860 })
      if (before !== undefined) await page.evaluateOnNewDocument(before)
      await page.goto(`${site.url}${path}`)
      await play(page)
      expect(broken).toEqual([])
      await context.close()
    }

  return { visit, url: () => site.url }
}
