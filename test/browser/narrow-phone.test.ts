import type { Browser } from 'puppeteer-core'
import { startPreviewWorld, type PreviewWorld } from '../../scripts/browser/preview-world'
import { openBrowser } from '../../scripts/browser/open-browser'
import { createPreviewPage, type PreviewPage } from '../../scripts/browser/preview-page'
import { TEST_BUNDLE } from '../../scripts/build/test-bundle'
import type { PreviewChoices as Settings } from '../../simulator/index'
import { PAGES } from '../../src/features/navigation/routes'
import { pageFaults } from './kit/page-faults'
import { phoneFrame } from './kit/phone-frame'

/** The finger of an adult. */
const FINGER = 44
const { home, me, profile, phone, link, account, privacy, terms } = PAGES

/** From the page that holds them: what to tap, and where it leads. */
const FROM_ME = {
  'me-profile': profile,
  'me-phone': phone,
  'me-privacy': privacy,
  'me-terms': terms,
}
const FROM_ACCOUNT = {
  'account-username': PAGES.username,
  'account-email': PAGES.email,
  'account-password': PAGES.password,
  'account-sessions': PAGES.sessions,
  'account-export': PAGES.export,
  'account-delete': PAGES.deletion,
}

const phoneOf = async ({ page, at }: PreviewPage, route: string) => {
  await at(route)
  const frame = await phoneFrame(page)
  await frame.waitForFunction(() => {
    const shown = document.querySelector('[data-page]:not([hidden])')
    return shown?.querySelector('.page') && !shown.querySelector('.skeleton')
  })
  return frame
}

/** Measures the page in the phone as it is, and as it is in WeChat's largest letters. */
const faultsAt = async (preview: PreviewPage, route: string, state = ''): Promise<string[]> => {
  const frame = await phoneOf(preview, route)
  const measured = async (scale: string) => {
    const width = await frame.evaluate((factor) => {
      for (const root of document.querySelectorAll<HTMLElement>('.type')) {
        root.style.setProperty('--text-scale', factor)
      }
      return innerWidth
    }, scale)
    expect(width).toBe(320)
    const faults = await frame.evaluate(pageFaults, FINGER)
    return faults.map((fault) => `${route}${state}, letters × ${scale}: ${fault}`)
  }
  return [...(await measured('1.4')), ...(await measured('1'))]
}

describe.each(['zh', 'en'] as const)(
  'on a phone of 320 pixels, in %s, every page of the mini-program holds its text and its targets',
  (language) => {
    let world: PreviewWorld
    let browser: Browser
    let preview: PreviewPage
    let found: string[]

    beforeAll(async () => {
      world = await startPreviewWorld(TEST_BUNDLE)
      browser = await openBrowser('chromium')
    })
    afterAll(async () => {
      await browser?.close()
      await world?.stop()
    })

    const open = async (settings: Partial<Settings>) => {
      const page = await browser.newPage()
      await page.setViewport({ width: 1440, height: 1000 })
      preview = createPreviewPage(page, world.previewUrl)
      await preview.open({ answering: 'allow', device: 'iphone-5s', language, ...settings })
      found = []
    }
    const look = async (route: string, state?: string) =>
      void found.push(...(await faultsAt(preview, route, state)))
    const visit = async (entries: Readonly<Record<string, string>>, from: string) => {
      for (const [id, route] of Object.entries(entries)) {
        await preview.tap(id)
        await look(route)
        await preview.click('nav-back')
        await preview.at(from)
      }
    }

    it('a narrow phone holds text and targets of every page for a person without an account', async () => {
      await open({ person: 'narrow stranger' })
      await preview.see('link-open')
      await look(home)
      await preview.tap('home-notes')
      await look(PAGES.notes)
      await preview.tap('note-write')
      await preview.see('gate')
      await look(PAGES.notes, ' with its question')
      await preview.tap('gate-later')
      await preview.click('nav-back')
      await preview.tap('link-open')
      await look(link)
      await preview.tap('link-register')
      await preview.see('link-submit')
      await look(link, ' with its form')
      await preview.click('nav-back')
      await preview.at(home)
      await preview.tap('phone-open')
      await look(phone)
      expect(found).toEqual([])
    }, 120_000)

    it('a narrow phone holds text and targets for a person who does not agree to the privacy guide', async () => {
      await open({ person: 'narrow refuser', answering: 'refuse' })
      await preview.tap('link-continue')
      await preview.see('session-name')
      await preview.click('tab-1')
      await preview.tap('me-profile')
      await preview.see('consent-missing')
      await look(profile, ' without consent')
      expect(found).toEqual([])
    }, 120_000)

    it('a narrow phone holds text and targets for a person who writes a note', async () => {
      await open({ person: 'narrow writer' })
      await preview.tap('link-continue')
      await preview.see('session-name')
      await preview.tap('home-notes')
      await look(PAGES.notes, ' without a note')
      await preview.tap('note-write')
      await look(PAGES.noteEdit)
      await preview.type('note-title', 'Donaudampfschifffahrtsgesellschaftskapitän')
      await preview.type('note-body', 'https://example.com/without/any/place/to/break/it/anywhere')
      await preview.tap('note-picture-add')
      await preview.see('note-picture-remove-0')
      await look(PAGES.noteEdit, ' with a picture')
      await preview.tap('note-save')
      await look(PAGES.notes, ' with a note')
      await preview.tap('note-0')
      await look(PAGES.note)
      await preview.tap('note-delete')
      await preview.see('note-removed')
      await look(PAGES.note, ' after it was removed')
      expect(found).toEqual([])
    }, 120_000)

    it('a narrow phone holds text and targets of every page for a member', async () => {
      await open({ person: 'narrow member' })
      await preview.tap('link-continue')
      await preview.see('session-name')
      await look(home)
      await preview.click('tab-1')
      await look(me)
      await preview.tap('me-language')
      await preview.see('language')
      await look(me, ' with its languages')
      await preview.tap(language === 'zh' ? 'language-zh-CN' : 'language-en')
      await visit(FROM_ME, me)
      await preview.tap('me-account')
      await look(account)
      await visit(FROM_ACCOUNT, account)
      expect(found).toEqual([])
    }, 120_000)
  },
)
