import type { EngineBrowser } from '../../scripts/browser/engine-page'
import { ENGINES } from '../../scripts/browser/find-program'
import { openEngine } from '../../scripts/browser/open-engine'
import { createPreviewPage, type PreviewPage } from '../../scripts/browser/preview-page'
import { previewNative, type NativePreview } from './kit/native-bundle'

/** Two pages, the second of which asks a question. */
const BUNDLE = {
  'app.json': JSON.stringify({ pages: ['pages/a', 'pages/b'] }),
  'app.js': 'App({})',
  'pages/a.js': `Page({ open() { wx.navigateTo({ url: '/pages/b' }) } })`,
  'pages/a.wxml': '<button id="open" bindtap="open">open</button>',
  'pages/b.js': `Page({
    data: { heard: '' },
    ask() { wx.showModal({ title: '?', success: ({ confirm }) => this.setData({ heard: 'confirm ' + confirm }) }) },
  })`,
  'pages/b.wxml': '<text id="heard">{{heard}}</text><button id="ask" bindtap="ask">ask</button>',
}

const focused = ({ page }: PreviewPage) => page.evaluate(() => document.activeElement?.id ?? '')

describe.each(ENGINES)('under a popup of WeChat, in %s', (engine) => {
  let preview: NativePreview
  let browser: EngineBrowser
  let phone: PreviewPage

  beforeAll(async () => {
    preview = await previewNative(BUNDLE)
    browser = await openEngine(engine)
    const page = await browser.newPage()
    await page.setViewport({ width: 1440, height: 1000 })
    phone = createPreviewPage(page, preview.url)
    await phone.open({ person: 'alice' })
    await phone.tap('open')
    await phone.at('pages/b')
  })
  afterAll(async () => {
    await browser?.close()
    await preview?.stop()
  })

  it('the way back is out of reach of mouse and keyboard under a popup of WeChat, and then within it again', async () => {
    const back = await phone.page.waitForSelector('#nav-back')
    await phone.tap('ask')
    await phone.popup('open')
    await back?.focus()
    expect(await focused(phone)).not.toBe('nav-back')
    const { x, y } = (await back?.clickablePoint()) ?? { x: 0, y: 0 }
    await phone.page.mouse.click(x, y)
    await phone.popup('open')
    await phone.at('pages/b')

    await phone.click('popup-confirm')
    await phone.see('heard', 'confirm true')
    await phone.click('nav-back')
    await phone.at('pages/a')
  })

  it('the cursor comes back to where it was before a popup of WeChat', async () => {
    await phone.page.focus('#capsule-more')
    await phone.page.keyboard.press('Enter')
    await phone.popup('open')
    await phone.page.keyboard.press('Escape')
    await phone.popup('gone')
    expect(await focused(phone)).toBe('capsule-more')
  })
})
