import type { Browser, Page } from 'puppeteer-core'
import { notCopiedTexts } from '../../src/i18n/not-copied'
import { PAGES } from '../../src/features/navigation/routes'
import { axeFaults } from '../../scripts/browser/axe-faults'
import { startPreviewWorld, type PreviewWorld } from '../../scripts/browser/preview-world'
import { openBrowser } from '../../scripts/browser/open-browser'
import { startStaticSite, type StaticSite } from '../../scripts/browser/static-site'
import { createWebPage } from '../../scripts/browser/web-page'
import { TEST_BUNDLE, TEST_SITE } from '../../scripts/build/test-bundle'
import { pageFaults } from './kit/page-faults'

/** The narrowest phone that is still about, and the finger of an adult. */
const NARROW = { width: 320, height: 640 }
const FINGER = 44

/** As long as a nickname may be. */
const LONG_NAME = { 'zh-CN': '林小满'.repeat(10), en: 'Wolfeschlegelsteinhausenberger' }

/** Pages whose content is for guests; the others are seen as a member. */
const FOR_GUESTS: readonly string[] = [PAGES.signIn, PAGES.register, PAGES.reset]

describe.each(['zh-CN', 'en'] as const)(
  'on a screen of 320 pixels, in %s, every page of the web build',
  (language) => {
    let world: PreviewWorld
    let site: StaticSite
    let browser: Browser
    let page: Page

    beforeAll(async () => {
      world = await startPreviewWorld(TEST_BUNDLE)
      site = await startStaticSite(TEST_SITE, {
        builtFor: 'http://127.0.0.1:8787',
        backend: world.serverUrl,
      })
      browser = await openBrowser('chromium')
      page = await browser.newPage()
      await page.setViewport(NARROW)
      await page.evaluateOnNewDocument((tag: string) => {
        Object.defineProperty(navigator, 'language', { get: () => tag })
      }, language)
    })
    afterAll(async () => {
      await browser?.close()
      await site?.close()
      await world?.stop()
    })

    const openAt = async (route: string) => {
      await page.goto(`${site.url}/#/${route}`)
      await page.reload()
      await page.waitForFunction(
        () => document.querySelector('.page-title') && !document.querySelector('.skeleton'),
      )
    }
    const faultsHere = async (route: string): Promise<string[]> => {
      const plain = await page.evaluate(pageFaults, FINGER)
      const read = await axeFaults(page)
      await page.evaluate(() => {
        for (const root of document.querySelectorAll<HTMLElement>('.type')) {
          root.style.setProperty('--text-scale', '1.4')
        }
      })
      const large = (await page.evaluate(pageFaults, FINGER)).map((fault) => `large: ${fault}`)
      return [...plain, ...read, ...large].map((fault) => `${route}: ${fault}`)
    }
    const faultsOf = async (route: string): Promise<string[]> => {
      await openAt(route)
      return faultsHere(route)
    }
    const faultsOfAll = async (routes: readonly string[]) => {
      const found: string[] = []
      for (const route of routes) found.push(...(await faultsOf(route)))
      return found
    }

    it('a narrow page of the web build holds its text and its targets, and is read aloud, for a guest', async () => {
      expect(
        await faultsOfAll([PAGES.home, PAGES.me, PAGES.privacy, PAGES.terms, ...FOR_GUESTS]),
      ).toEqual([])
    })

    it('a narrow page of the web build holds its text and its targets, and is read aloud, for a member', async () => {
      const tab = createWebPage(page, site.url)
      await tab.open(PAGES.register)
      await page.reload()
      await tab.type('register-name', 'somebody_with_quite_a_long_name@example.com')
      await tab.type('register-password', 'a long enough password')
      await tab.press('register-submit')
      await tab.see('session-name')
      await tab.open(PAGES.profile)
      await tab.type('profile-nickname', LONG_NAME[language])
      await tab.press('profile-save')
      await page.waitForSelector('[id="profile-saved"]')
      const routes = Object.values(PAGES).filter((route) => !FOR_GUESTS.includes(route))
      expect(await faultsOfAll(routes)).toEqual([])
    }, 120_000)

    it('a narrow page of the web build holds the sentences that say why nothing was copied', async () => {
      const said = 'account-number-copied'
      await openAt(PAGES.account)
      await page.evaluate(() => {
        const writeText = () => Promise.reject(new Error('not allowed'))
        Object.defineProperty(navigator, 'clipboard', { value: { writeText } })
      })
      await page.click('[id="account-number"]')
      await page.waitForSelector(`[id="${said}"]`, { visible: true })
      expect(await faultsHere(PAGES.account)).toEqual([])
      const inWechat = notCopiedTexts[language].notCopied
      await page.$eval(
        `[id="${said}"] .notice-text`,
        (node, text) => void (node.textContent = text),
        inWechat,
      )
      expect(await faultsHere(PAGES.account)).toEqual([])
    })
  },
)
