import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { EnginePage } from '../../scripts/browser/engine-page'
import { ENGINES } from '../../scripts/browser/find-program'
import { launch } from '../../simulator/index'
import { foreignPreviews, onePage, shownOn, write } from './kit/foreign-preview'

const TINY = 'simulator/test/foreign/tiny'
const tiny = readdirSync(TINY)

/** What a document holds of the page on screen, as the Node host and the preview both count it. */
const textIn = (page: EnginePage) =>
  page.evaluate(() => {
    const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
    return phone?.contentDocument?.querySelector('[data-page]:not([hidden])')?.textContent ?? ''
  })

describe.each(ENGINES)('mini-programs of other people in %s', (engine) => {
  const { simulatorUrl, folderWith, preview } = foreignPreviews(engine)

  it.each(tiny)(
    'the foreign mini-program %s shows what it shows in Node, without an error',
    async (name) => {
      const app = await launch(join(TINY, name), {
        person: 'alice',
        simulator: simulatorUrl(),
        device: { libVersion: '3.10.0', language: 'en' },
      })
      const wanted = app.text()
      expect(app.errors).toEqual([])
      app.close()
      await preview(join(TINY, name), async (page) => {
        await page
          .waitForFunction(
            (text: string) => {
              const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
              const shown = phone?.contentDocument?.querySelector('[data-page]:not([hidden])')
              return shown?.textContent === text
            },
            { timeout: 5000 },
            wanted,
          )
          .catch(() => undefined)
        expect(await textIn(page)).toBe(wanted)
        expect(await page.$('#app-errors')).toBeNull()
      })
    },
  )

  it('a foreign mini-program loads a picture that lies beside the page, and receives its load event', async () => {
    const bundleDir = await folderWith({
      ...onePage(
        'Page({ data: { t: "" }, loaded() { this.setData({ t: "loaded" }) }, lost() { this.setData({ t: "lost" }) } })',
        '<image src="../img/a.svg" bindload="loaded" binderror="lost" /><text id="t">{{t}}</text>',
      ),
      'img/a.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><circle r="4"/></svg>',
    })
    await preview(bundleDir, async (page) => {
      await page.waitForFunction(() => {
        const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
        const image = phone?.contentDocument?.querySelector('wx-image')
        // WebKit counts an SVG without a viewBox as wide as it is drawn.
        return (image?.shadowRoot?.querySelector('img')?.naturalWidth ?? 0) > 0
      })
      expect(await textIn(page)).toBe('loaded')
    })
  })

  it.each<['zh' | 'en', string, Record<string, string>, string[]]>([
    ['zh', 'nothing', {}, ['还没有构建产物']],
    ['en', 'nothing', {}, ['Nothing built yet']],
    ['en', 'no-app', { 'dist/app.json': '{}' }, ['No app.json here', '/dist']],
    ['zh', 'no-app', { 'readme.txt': '' }, ['这里没有 app.json']],
    [
      'en',
      'fault',
      { ...onePage('Page({})'), 'app.json': '{\n"pages": [}' },
      ['The mini-program cannot be opened', 'app.json:2:11', '"pages": [}'],
    ],
    ['zh', 'fault', { ...onePage('Page({})'), 'app.json': '{' }, ['小程序打不开', 'app.json:1:2']],
  ])(
    'the preview says why a foreign mini-program does not run (%s): %s %j',
    async (language, kind, files, words) => {
      const bundleDir = await folderWith(files)
      await preview(
        bundleDir,
        async (page) => {
          await page.waitForSelector(`#bundle-status.${kind}`)
          if (kind === 'fault') await page.waitForSelector('#placeholder .problem-place')
          for (const word of words) expect(await shownOn(page, 'placeholder')).toContain(word)
        },
        { language },
      )
    },
  )

  it('a foreign mini-program opens by itself once it is built, and again once a fault is mended', async () => {
    const bundleDir = await folderWith({})
    await preview(bundleDir, async (page) => {
      await page.waitForSelector('#bundle-status.nothing')
      await write(bundleDir, { ...onePage('Page({})'), 'app.json': '{' })
      await page.waitForSelector('#bundle-status.fault')
      await write(bundleDir, onePage('Page({ data: { t: "built" } })'))
      await page.waitForSelector('#bundle-status.running')
      expect(await textIn(page)).toBe('built')
    })
  })
})
