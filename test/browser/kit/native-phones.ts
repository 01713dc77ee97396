import type { EngineBrowser } from '../../../scripts/browser/engine-page'
import type { Engine } from '../../../scripts/browser/find-program'
import { openEngine } from '../../../scripts/browser/open-engine'
import { createPreviewPage, type PreviewPage } from '../../../scripts/browser/preview-page'
import { previewNative, type NativePreview } from './native-bundle'

/**
 * For the tests of one `describe`: a hand-written mini-program in one browser. Returns what makes a test of a story:
 * it is played on a phone of its own, alice's, and must leave no error behind.
 */
export const nativePhones = (engine: Engine, files: Readonly<Record<string, string>>) => {
  let preview: NativePreview
  let browser: EngineBrowser

  beforeAll(async () => {
    preview = await previewNative(files)
    browser = await openEngine(engine)
  })
  afterAll(async () => {
    await browser?.close()
    await preview?.stop()
  })

  return (play: (phone: PreviewPage) => Promise<void>) => async () => {
    const context = await browser.createBrowserContext()
    const page = await context.newPage()
    await page.setViewport({ width: 1440, height: 1000 })
    const phone = createPreviewPage(page, preview.url)
    await phone.open({ person: 'alice' })
    await play(phone)
    expect(await phone.errors()).toBe(0)
    await context.close()
  }
}
