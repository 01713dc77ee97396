import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { axeFaults } from '../../scripts/browser/axe-faults'
import { createPreviewPage, type PreviewPage } from '../../scripts/browser/preview-page'
import { createWebPage } from '../../scripts/browser/web-page'
import type { PhoneScene, WebScene } from './scene'
import type { Situation } from './situation'

/** How a scene looks: in which light and which language. */
export interface Variant {
  theme: 'light' | 'dark'
  language: 'zh' | 'en'
}

export const variants: readonly Variant[] = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ theme, language })),
)

/** One picture to take: what is played, how it looks, and where it is kept. */
export interface Shot<Scene> {
  scene: Scene
  variant: Variant
  situation: Situation
  folder: string
}

/** High enough for the whole phone at its own size. */
const PREVIEW_WINDOW = { width: 1440, height: 1000 }

/** The web build in a phone's browser and on a computer. */
const WINDOWS = {
  '': { width: 390, height: 844 },
  '-wide': { width: 1280, height: 800 },
} as const

const LANGUAGES = { zh: 'zh-CN', en: 'en' } as const

/**
 * Lets what moves come to its end, in the page and in the phone on it; returns how much there was. What would turn for
 * ever stands still from now on, as in every other picture, and a toast stays.
 */
const settle = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')?.contentDocument
    await Promise.all([document.fonts.ready, phone?.fonts.ready])
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const moving = [...document.getAnimations(), ...(phone?.getAnimations() ?? [])]
    const running = moving.filter(({ playState }) => playState === 'running')
    // No function with a name of its own: tsx would call a helper that the page does not have.
    const ending = running.filter(
      (animation) =>
        animation.effect?.getTiming().iterations !== Infinity &&
        (animation as CSSAnimation).animationName !== 'toast-leaves',
    )
    for (const other of running.filter((animation) => !ending.includes(animation))) other.cancel()
    await Promise.allSettled(ending.map(({ finished }) => finished))
    return ending.length
  })

/** Waits until nothing moves any more: the end of one movement may begin another. */
const stillness = async (page: Page): Promise<void> => {
  while ((await settle(page)) > 0);
}

const place = async <Scene extends { name: string }>(
  { folder, scene, variant }: Shot<Scene>,
  suffix = '',
): Promise<`${string}.png`> => {
  await mkdir(folder, { recursive: true })
  return join(folder, `${scene.name}${suffix}-${variant.language}-${variant.theme}.png`) as '.png'
}

/** Plays in a tab of its own; where the play stops halfway, a picture in `failed/` shows where. */
const inTab = async <Scene extends { name: string }>(
  browser: Browser,
  shot: Shot<Scene>,
  play: (page: Page) => Promise<unknown>,
) => {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  try {
    await play(page)
  } catch (error) {
    const path = await place({ ...shot, folder: join(shot.folder, 'failed') })
    await page.screenshot({ path }).catch(() => undefined)
    throw error
  } finally {
    await context.close()
  }
}

/** Rejects with what axe-core says about the document in a picture, by the rules of WCAG A and AA. */
const read = async (document: Parameters<typeof axeFaults>[0]): Promise<void> => {
  const faults = await axeFaults(document)
  if (faults.length > 0) throw new Error(`axe says ${faults.join('; ')}`)
}

const shootPhone = async (preview: PreviewPage<Page>, shot: Shot<PhoneScene>) => {
  const path = await place(shot)
  if (shot.scene.whole === true) await preview.page.screenshot({ path })
  else await (await preview.page.waitForSelector('#screen'))?.screenshot({ path })
}

/** Plays a scene in the phone of a preview, in a tab of its own, and writes `<scene>-<language>-<theme>.png`. */
export const takePhone = (browser: Browser, previewUrl: string, shot: Shot<PhoneScene>) =>
  inTab(browser, shot, async (page) => {
    const { scene, variant, situation } = shot
    await page.setViewport(PREVIEW_WINDOW)
    const preview = createPreviewPage(page, previewUrl)
    await preview.open({ person: situation.person, ...scene.settings, ...variant })
    await scene.play(preview, situation)
    await stillness(page)
    await shootPhone(preview, shot)
    const phone = await (await page.waitForSelector('iframe.webview'))?.contentFrame()
    if (phone) await read(phone)
  })

/** Plays a scene of the web build once and takes it in both windows: `<scene>-…png` and `<scene>-wide-…png`. */
export const takeWeb = (browser: Browser, siteUrl: string, shot: Shot<WebScene>) =>
  inTab(browser, shot, async (page) => {
    const { scene, variant, situation } = shot
    const session = await page.createCDPSession()
    await session.send('Emulation.setUserAgentOverride', {
      userAgent: await page.browser().userAgent(),
      acceptLanguage: LANGUAGES[variant.language],
    })
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: variant.theme }])
    await page.setViewport(WINDOWS[''])
    const web = createWebPage(page, siteUrl)
    await web.open()
    await scene.play(web, situation)
    for (const [suffix, window] of Object.entries(WINDOWS)) {
      await page.setViewport(window)
      await stillness(page)
      await page.screenshot({ path: await place(shot, suffix) })
      await read(page)
    }
  })
