import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'puppeteer-core'
import { TEST_BUNDLE } from '../../scripts/build/test-bundle'
import { startPreviewWorld, type PreviewWorld } from '../../scripts/browser/preview-world'
import { measureReload } from '../../scripts/browser/measure-reload'
import { openBrowser } from '../../scripts/browser/open-browser'
import { createPreviewPage } from '../../scripts/browser/preview-page'

describe('the preview while the bundle is rebuilt', () => {
  let folder: string
  let world: PreviewWorld
  let browser: Browser

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rebuilt-'))
    world = await startPreviewWorld(folder)
    browser = await openBrowser('chromium')
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('the preview waits for the first build, and shows each later one on the same page with the same phone', async () => {
    const page = await browser.newPage()
    await page.setViewport({ width: 1440, height: 1000 })
    const preview = createPreviewPage(page, world.previewUrl)
    await page.goto(`${world.previewUrl}/?person=builder&language=zh&answering=allow`)
    await page.waitForSelector('#bundle-status.nothing')

    await cp(TEST_BUNDLE, folder, { recursive: true })
    await preview.tap('link-continue')
    await preview.see('session-name')
    await preview.click('tab-1')
    await preview.at('pages/me/index')

    await measureReload(page, folder, 'built-again')
    await preview.at('pages/me/index')
    await preview.see('me-account')
  })
})
