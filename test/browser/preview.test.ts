import { profileTexts } from '../../src/i18n/profile'
import { TEST_BUNDLE } from '../../scripts/build/test-bundle'
import { startPreviewWorld, type PreviewWorld } from '../../scripts/browser/preview-world'
import type { EngineBrowser } from '../../scripts/browser/engine-page'
import { ENGINES } from '../../scripts/browser/find-program'
import { openEngine } from '../../scripts/browser/open-engine'
import { createPreviewPage, type PreviewPage } from '../../scripts/browser/preview-page'
import type { PreviewChoices as Settings } from '../../simulator/index'

describe.each(ENGINES)('the preview in %s', (engine) => {
  let world: PreviewWorld
  let browser: EngineBrowser
  let people = 0

  beforeAll(async () => {
    world = await startPreviewWorld(TEST_BUNDLE)
    browser = await openEngine(engine)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  /** A new person takes the phone; at the end no fault was missed. */
  const flow = (settings: Partial<Settings>, play: (preview: PreviewPage) => Promise<void>) => {
    const run = async () => {
      const context = await browser.createBrowserContext()
      const page = await context.newPage()
      const broken: string[] = []
      page.on('pageerror', (error) => broken.push(String(error)))
      await page.setViewport({ width: 1440, height: 1000 })
      const preview = createPreviewPage(page, world.previewUrl)
      await preview.open({ person: `person ${(people += 1)}`, ...settings })
      await play(preview)
      expect(await preview.errors()).toBe(0)
      expect(broken).toEqual([])
      await context.close()
    }
    return run
  }
  const member = async (preview: PreviewPage) => {
    await preview.tap('link-continue')
    await preview.see('session-name')
  }
  const openProfile = async (preview: PreviewPage) => {
    await member(preview)
    await preview.click('tab-1')
    await preview.tap('me-profile')
    await preview.at('pages/member/profile/index')
  }

  it(
    'an unknown person of the preview gets an account by one tap, and is signed in when they come back',
    flow({}, async (preview) => {
      await member(preview)
      await preview.click('app-relaunch')
      await preview.see('session-name')
    }),
  )

  it(
    'a phone of the preview keeps what it stored when the page is reloaded, and forgets it when the app is deleted',
    flow({ person: 'keeper' }, async (preview) => {
      await member(preview)
      await preview.page.reload()
      await preview.see('session-name')
      await preview.click('app-delete')
      await preview.see('session-name')
      expect(await preview.text('see-wire')).toMatch(/\d/)
    }),
  )

  it(
    'a person without a network is a guest, and is recognised as soon as it is back',
    flow({ network: 'offline' }, async (preview) => {
      await preview.see('session-retry')
      await preview.click('network-online')
      await preview.see('link-continue')
    }),
  )

  it(
    'a fault of WeChat set in the preview hits the next call only',
    flow({ network: 'offline' }, async (preview) => {
      await preview.see('session-retry')
      await preview.page.select('#fault', 'fault-risky')
      await preview.click('fault-inject')
      await preview.page.waitForSelector('#fault-clear')
      await preview.click('network-online')
      await preview.page.waitForSelector('#fault-clear', { hidden: true })
      await preview.tap('session-retry')
      await preview.see('link-continue')
    }),
  )

  it(
    'the picture and the nickname are entered by hand, after consent to the privacy guide',
    flow({}, async (preview) => {
      await openProfile(preview)
      await preview.click('popup-allow')
      await preview.popup('gone')
      await preview.tap('profile-avatar')
      await preview.click('popup-avatar-wechat')
      await preview.popup('gone')
      // While the picture is being stored, nothing can be saved.
      await preview.see('profile-avatar-label', profileTexts['zh-CN'].changeAvatar)
      await preview.type('profile-nickname', 'Lin')
      await preview.tap('profile-save')
      await preview.see('profile-saved')
      await preview.click('nav-back')
      await preview.see('me-profile-value', 'Lin')
    }),
  )

  it(
    'the preview shows that a person refused the privacy guide, and nothing is stored',
    flow({ answering: 'refuse' }, async (preview) => {
      await openProfile(preview)
      await preview.see('consent-missing')
    }),
  )

  it(
    'an old library in the preview still returns the real profile, by one question',
    flow({ library: '2.27.0', person: 'Old Friend' }, async (preview) => {
      await openProfile(preview)
      await preview.tap('profile-get')
      await preview.click('popup-allow')
      await preview.see('profile-get-said')
      await preview.click('nav-back')
      await preview.see('me-profile-value', 'Old Friend')
    }),
  )

  it(
    'the whole page of the preview changes its language and its light',
    flow({ language: 'zh', theme: 'light' }, async (preview) => {
      await preview.see('link-continue', '用微信继续')
      await preview.click('language-en')
      await preview.see('link-continue', 'Continue with WeChat')
      await preview.click('theme-dark')
      const brightness = await preview.page.evaluate(() => {
        const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
        const page = phone?.contentDocument?.querySelector('wx-page')
        const colour = page ? getComputedStyle(page).backgroundColor : ''
        return Math.max(...(colour.match(/\d+/g) ?? ['255']).map(Number))
      })
      expect(brightness).toBeLessThan(64)
    }),
  )

  it(
    'the preview is used by keyboard alone: a popup takes the cursor, Escape refuses, and the cursor returns',
    flow({ library: '2.27.0' }, async (preview) => {
      await openProfile(preview)
      await preview.see('profile-get')
      await preview.page.evaluate(() => {
        const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
        phone?.contentDocument?.querySelector<HTMLElement>('[id="profile-get"]')?.focus()
      })
      await preview.page.keyboard.press('Enter')
      await preview.popup('open')
      await preview.page.keyboard.press('Tab')
      expect(await preview.page.evaluate(() => document.activeElement?.id)).toBe('popup-refuse')
      await preview.page.keyboard.press('Escape')
      await preview.popup('gone')
      await preview.see('profile-get-said')
    }),
  )

  it(
    'the preview’s log of requests shows no token, no code and no phone number',
    flow({}, async (preview) => {
      await member(preview)
      await preview.click('see-wire')
      const shown = await preview.text('seen')
      expect(shown).toContain('/hserve/v2.5/idp/wechat/silent-login/')
      expect(shown).toContain('"code": "•••"')
      expect(shown).toContain('"token": "•••"')
      expect(shown).not.toMatch(/[A-Za-z0-9_-]{32,}/)
    }),
  )
})
