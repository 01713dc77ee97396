import { readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import type { Engine } from '../../scripts/browser/find-browser'
import { openBrowser } from '../../scripts/browser/open-browser'
import { launch, startPreview, startSimulator, type Simulator } from '../../simulator/index'

const TINY = 'simulator/test/foreign/tiny'
const tiny = readdirSync(TINY)

let simulator: Simulator
let folder: string

beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
  folder = await mkdtemp(join(tmpdir(), 'foreign-'))
})
afterAll(async () => {
  await simulator.close()
  await rm(folder, { recursive: true, force: true })
})

const write = async (bundleDir: string, files: Readonly<Record<string, string>>) => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(bundleDir, path)), { recursive: true })
    await writeFile(join(bundleDir, path), text)
  }
}

const onePage = (script: string, template = '<text id="t">{{t}}</text>') => ({
  'app.json': '{"pages":["pages/a"]}',
  'app.js': 'App({})',
  'pages/a.js': script,
  'pages/a.wxml': template,
})

/** What a document holds of the page on screen, as the Node host and the preview both count it. */
const textIn = (page: Page) =>
  page.evaluate(() => {
    const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
    return phone?.contentDocument?.querySelector('[data-page]:not([hidden])')?.textContent ?? ''
  })
const shownOn = (page: Page, id: string) =>
  page.$eval(`[id="${id}"]`, (node) => (node as HTMLElement).innerText)

describe.each<Engine>(['chromium', 'firefox'])('mini-programs of other people in %s', (engine) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser(engine)
  })
  afterAll(() => browser?.close())

  const preview = async (
    bundleDir: string,
    play: (page: Page) => Promise<void>,
    language = 'en',
  ) => {
    const { url, close } = await startPreview({ port: 0, bundleDir, simulatorUrl: simulator.url })
    const page = await browser.newPage()
    await page.setViewport({ width: 1440, height: 1000 })
    try {
      await page.goto(`${url}/?person=alice&library=3.10.0&language=${language}`)
      await page.waitForSelector('#bundle-status:not(.loading)')
      await play(page)
    } finally {
      await page.close()
      await close()
    }
  }

  it.each(tiny)('%s shows what it shows in Node, without an error', async (name) => {
    const app = await launch(join(TINY, name), {
      person: 'alice',
      simulator: simulator.url,
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
  })

  it('load a picture that lies beside the page, and hear of it', async () => {
    const bundleDir = join(folder, `${engine}-picture`)
    await write(bundleDir, {
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
        return image?.shadowRoot?.querySelector('img')?.naturalWidth === 8
      })
      expect(await textIn(page)).toBe('loaded')
    })
  })

  it.each([
    ['at load', { 'pages/a.js': 'Page({\n  onLoad() {\n    none()\n  },\n})' }, 'pages/a.js:3:'],
    ['in app.js', { 'app.js': '\nnone()' }, 'app.js:2:'],
    ['in the syntax of a script', { 'pages/a.js': 'Page({\n  data: {,}\n})' }, 'pages/a.js:2:10'],
    ['in a template', { 'pages/a.wxml': '<view>\n{{a b}}</view>' }, 'pages/a.wxml:2:'],
    ['in a stylesheet', { 'pages/a.wxss': '.a {}\n.b {' }, 'pages/a.wxss:2:1'],
    ['in JSON', { 'pages/a.json': '{\n"usingComponents": {,}}' }, 'pages/a.json:2:21'],
    ['in theme.json', { 'theme.json': '{,}' }, 'theme.json:1:2'],
    [
      'in TypeScript',
      { 'pages/a.js': 'import "./b"', 'pages/b.ts': 'type A = 1\n\nconst a: A = none()' },
      'pages/b.ts:3:',
    ],
  ])('show an error on the phone with file and line: %s', async (_kind, files, place) => {
    const bundleDir = await mkdtemp(join(folder, 'error-'))
    await write(bundleDir, { ...onePage('Page({})'), ...files })
    await preview(bundleDir, async (page) => {
      await page.waitForSelector('#app-errors .problem-place')
      expect(await shownOn(page, 'app-errors')).toContain(place)
    })
  })

  it('show an error of a handler when it happens, until it is closed', async () => {
    const bundleDir = join(folder, `${engine}-handler`)
    await write(
      bundleDir,
      onePage('Page({\n  tap() {\n    none()\n  },\n})', '<button id="b" bindtap="tap">b</button>'),
    )
    await preview(bundleDir, async (page) => {
      expect(await page.$('#app-errors')).toBeNull()
      const frame = await (await page.$('iframe.webview'))?.contentFrame()
      await frame?.click('wx-button')
      await page.waitForSelector('#app-errors .problem-place')
      expect(await shownOn(page, 'app-errors')).toMatch(/pages\/a\.js:3:\d+\s+ReferenceError: none/)
      await page.click('#app-errors-close')
      await page.waitForSelector('#app-errors', { hidden: true })
      await frame?.click('wx-button')
      await page.waitForSelector('#app-errors')
    })
  })

  it.each([
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
  ])('say why nothing runs (%s): %s %j', async (language, kind, files, words) => {
    const bundleDir = await mkdtemp(join(folder, 'none-'))
    await write(bundleDir, files)
    await preview(
      bundleDir,
      async (page) => {
        await page.waitForSelector(`#bundle-status.${kind}`)
        if (kind === 'fault') await page.waitForSelector('#placeholder .problem-place')
        for (const word of words) expect(await shownOn(page, 'placeholder')).toContain(word)
      },
      language,
    )
  })

  it('open by themselves once they are built, and again once a fault is mended', async () => {
    const bundleDir = await mkdtemp(join(folder, 'later-'))
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
