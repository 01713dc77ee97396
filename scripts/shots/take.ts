import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'puppeteer-core'
import { createPreviewPage, type PreviewPage } from '../browser/preview-page'
import type { Scene } from './gallery'

/** How a scene looks: in which light and which language. */
export interface Variant {
  theme: 'light' | 'dark'
  language: 'zh' | 'en'
}

export const variants: readonly Variant[] = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ theme, language })),
)

/** High enough for the whole phone at its own size. */
const WINDOW = { width: 1440, height: 1000 }

/** Waits for what moves and ends; a spinner turns for ever. */
const stillness = ({ page }: PreviewPage) =>
  page.evaluate(async () => {
    const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')?.contentDocument
    await Promise.all([document.fonts.ready, phone?.fonts.ready])
    const moving = [...document.getAnimations(), ...(phone?.getAnimations() ?? [])]
    const ending = moving.filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })

/** Lets the person play a scene in a tab of its own and writes `<folder>/<scene>-<language>-<theme>.png`; gives the file's name. */
export const takeShot = async (
  browser: Browser,
  previewUrl: string,
  folder: string,
  { scene, variant, person }: { scene: Scene; variant: Variant; person: string },
): Promise<string> => {
  const name = `${scene.name}-${variant.language}-${variant.theme}.png`
  const path = join(folder, name)
  await mkdir(folder, { recursive: true })
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  await page.setViewport(WINDOW)
  const preview = createPreviewPage(page, previewUrl)
  try {
    await preview.open({ person, ...scene.settings, ...variant })
    await scene.play(preview)
    await stillness(preview)
    if (scene.whole === true) await page.screenshot({ path: path as `${string}.png` })
    else
      await (await page.waitForSelector('#screen'))?.screenshot({ path: path as `${string}.png` })
  } finally {
    await context.close()
  }
  return name
}
