import type { Browser, Page } from 'puppeteer-core'
import { TEST_SITE } from '../../scripts/build/test-bundle'
import { startDeskWorld, type DeskWorld } from '../../scripts/browser/desk-world'
import type { Engine } from '../../scripts/browser/find-browser'
import { openBrowser } from '../../scripts/browser/open-browser'
import { startStaticSite, type StaticSite } from '../../scripts/browser/static-site'
import { TAB_NAMES } from '../../src/features/navigation/routes'

/** The address the web build was made for. */
const BUILT_FOR = 'http://127.0.0.1:8787'

describe.each<Engine>(['chromium', 'firefox'])('the web build as a web page in %s', (engine) => {
  let world: DeskWorld
  let site: StaticSite
  let browser: Browser

  beforeAll(async () => {
    world = await startDeskWorld(TEST_SITE, {})
    site = await startStaticSite(TEST_SITE, { builtFor: BUILT_FOR, backend: world.serverUrl })
    browser = await openBrowser(engine)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    await world?.stop()
  })

  interface Visit {
    /** Runs in the page before any script of it. */
    before?: () => void
    path?: string
  }

  /** Opens the site in a browser that has never been there; at the end nothing broke unseen. */
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

  const seen = (page: Page, id: string) =>
    page.waitForSelector(`[id="${id}"]`, { visible: true }).then((found) => {
      if (found === null) throw new Error(`There is no #${id}.`)
      return found
    })
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.id || document.activeElement?.className || '')
  const openTab = (page: Page, name: (typeof TAB_NAMES)[number]) =>
    page.evaluate(
      (wanted) => document.querySelectorAll<HTMLElement>('.weui-tabbar__item')[wanted]?.click(),
      TAB_NAMES.indexOf(name),
    )
  const hashIs = (page: Page, part: string) =>
    page.waitForFunction((wanted: string) => location.hash.includes(wanted), {}, part)

  it(
    'works without localStorage, as a guest without a memory',
    visit(async (page) => void (await seen(page, 'session-retry')), {
      before: () => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('denied', 'SecurityError')
          },
        })
      },
    }),
  )

  it(
    'leads from a page that does not exist home, with a word, at first and later',
    visit(
      async (page) => {
        await seen(page, 'session-retry')
        await hashIs(page, 'pages/home/index')
        await page.evaluate(() => void (location.hash = '#/pages/gone/index'))
        await hashIs(page, 'pages/home/index')
        await page.waitForFunction(() =>
          /There is no such page|页面不存在/.test(document.body.innerText),
        )
      },
      { path: '/#/pages/nowhere/index' },
    ),
  )

  it(
    'keeps the focus inside an open dialog, lets Escape close it from anywhere, and returns the focus',
    visit(async (page) => {
      await seen(page, 'session-retry')
      await openTab(page, 'me')
      const cell = await seen(page, 'me-language')
      await cell.focus()
      await page.keyboard.press('Enter')
      await seen(page, 'language')
      for (let press = 0; press < 7; press += 1) {
        await page.keyboard.press('Tab')
        const inside = await page.evaluate(
          () => document.getElementById('language')?.contains(document.activeElement) === true,
        )
        expect(inside).toBe(true)
      }
      expect(
        await page.evaluate(() => document.getElementById('app')?.closest('[inert]') !== null),
      ).toBe(true)
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      await page.keyboard.press('Escape')
      await page.waitForSelector('[id="language"]', { hidden: true })
      expect(await focused(page)).toContain('me-language')
      expect(
        await page.evaluate(() => document.getElementById('app')?.closest('[inert]') !== null),
      ).toBe(false)
    }),
  )

  it(
    'names the language of the document, also after another was chosen',
    visit(async (page) => {
      await seen(page, 'session-retry')
      await openTab(page, 'me')
      await (await seen(page, 'me-language')).click()
      await (await seen(page, 'language-en')).click()
      await page.waitForFunction(() => document.documentElement.lang === 'en')
    }),
  )

  it(
    'moves the focus to the heading of a page that opens, and back to what opened it',
    visit(async (page) => {
      const opener = await seen(page, 'session-register')
      await opener.focus()
      await page.keyboard.press('Enter')
      await seen(page, 'register-name')
      await page.waitForFunction(() => document.activeElement?.className === 'page-title')
      await page.goBack()
      await page.waitForFunction(() => document.activeElement?.id === 'session-register')
    }),
  )

  it(
    "leads from Me back to Home by the browser's Back, and names the tab that is open",
    visit(async (page) => {
      await seen(page, 'session-retry')
      await openTab(page, 'me')
      await hashIs(page, 'pages/me/index')
      await page.waitForFunction(
        (wanted: number) =>
          document.querySelectorAll('.weui-tabbar__item')[wanted]?.getAttribute('aria-current') ===
          'page',
        {},
        TAB_NAMES.indexOf('me'),
      )
      expect(
        await page.evaluate(() => document.querySelectorAll('a[href^="javascript:"]').length),
      ).toBe(0)
      await page.goBack()
      await hashIs(page, 'pages/home/index')
      await seen(page, 'session-retry')
    }),
  )

  it(
    'says so when a part of the app does not arrive, and loads it when asked again',
    visit(async (page) => {
      await seen(page, 'session-register')
      await page.setRequestInterception(true)
      let isDown = true
      page.on('request', (request) => {
        const isPart = /\/js\/.+\.js$/.test(request.url())
        void (isDown && isPart ? request.abort() : request.continue())
      })
      await (await seen(page, 'session-register')).click()
      const retry = await seen(page, 'script-lost-retry')
      isDown = false
      await retry.click()
      await seen(page, 'register-name')
    }),
  )

  it(
    'has a description, an icon, a manifest, colours of its own and a policy without scripts of strangers',
    visit(async (page) => {
      const head = await page.evaluate(() => ({
        description: document.querySelector('meta[name=description]')?.getAttribute('content'),
        colours: document.querySelectorAll('meta[name=theme-color]').length,
        policy: document
          .querySelector('meta[http-equiv=Content-Security-Policy]')
          ?.getAttribute('content'),
        files: [...document.querySelectorAll('link[rel=icon], link[rel=manifest]')].map((link) =>
          link.getAttribute('href'),
        ),
      }))
      expect(head.description?.length).toBeGreaterThan(10)
      expect(head.colours).toBe(2)
      expect(head.policy).toMatch(/script-src 'self' 'sha256-[^']+'(;|$)/)
      for (const file of [...head.files, '/robots.txt']) {
        const answer = await fetch(`${site.url}${file}`)
        expect(answer.headers.get('content-type')).not.toContain('text/html')
      }
    }),
  )
})
