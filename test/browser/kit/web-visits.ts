import { TEST_SITE } from '../../../scripts/build/test-bundle'
import { startPreviewWorld, type PreviewWorld } from '../../../scripts/browser/preview-world'
import type { EngineBrowser, EnginePage as Page } from '../../../scripts/browser/engine-page'
import type { Engine } from '../../../scripts/browser/find-program'
import { openEngine } from '../../../scripts/browser/open-engine'
import { startStaticSite, type StaticSite } from '../../../scripts/browser/static-site'
import { keepPageErrors } from '../../../scripts/browser/webkit/page-errors'
import { TAB_NAMES } from '../../../src/features/navigation/routes'

/** The address the web build was made for. */
const BUILT_FOR = 'http://127.0.0.1:8787'

interface Visit {
  /** Runs in the page before any script of it. */
  before?: () => void
  path?: string
}

/** Runs inside a document: ends with the next frame that is drawn. */
const frameDrawn = () =>
  new Promise<void>((drawn) => {
    requestAnimationFrame(() => void requestAnimationFrame(() => drawn()))
  })

/**
 * The element of an id, once a person sees it. Taro's elements move what is inside of them right before the first
 * frame, and an input that is moved loses the focus: faster than any hand, a driver would type into nothing.
 */
export const seen = async (page: Page, id: string) => {
  const found = await page.waitForSelector(`[id="${id}"]`, { visible: true })
  if (found === null) throw new Error(`There is no #${id}.`)
  await page.evaluate(frameDrawn)
  return found
}
export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.className || '')
/** By a real click: WebKit's Back passes over what a page added to the history without one. */
export const openTab = async (page: Page, name: (typeof TAB_NAMES)[number]) =>
  page.click(`.weui-tabbar__item:nth-child(${TAB_NAMES.indexOf(name) + 1})`)
export const hashIs = (page: Page, part: string) =>
  page.waitForFunction((wanted: string) => location.hash.includes(wanted), {}, part)

/** For the tests of one `describe`: the web build as a site in one browser. Returns what makes a test of a visit. */
export const visitsIn = (engine: Engine) => {
  let world: PreviewWorld
  let site: StaticSite
  let browser: EngineBrowser

  beforeAll(async () => {
    world = await startPreviewWorld(TEST_SITE, {})
    site = await startStaticSite(TEST_SITE, { builtFor: BUILT_FOR, backend: world.serverUrl })
    browser = await openEngine(engine)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    await world?.stop()
  })

  /** Opens the site in a browser that has never been there; at the end no error was missed. */
  const visit =
    (play: (page: Page) => Promise<void>, { before = () => undefined, path = '/' }: Visit = {}) =>
    async () => {
      const context = await browser.createBrowserContext()
      const page = await context.newPage()
      const broken: string[] = []
      page.on('pageerror', (error) => broken.push(String(error)))
      page.setDefaultTimeout(15_000)
      await page.setViewport({ width: 420, height: 860 })
      site.runFirst(`(${keepPageErrors.toString()})();(${before.toString()})()`)
      await page.goto(`${site.url}${path}`)
      await play(page)
      const kept = await page.evaluate(() => window.pageErrors ?? [])
      // It is on screen by then, with a way on.
      expect([...broken, ...kept].filter((error) => !error.includes('ChunkLoadError'))).toEqual([])
      await context.close()
    }

  return { visit, site: () => site }
}
