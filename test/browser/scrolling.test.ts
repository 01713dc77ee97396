import { ENGINES } from '../../scripts/browser/find-program'
import { foreignPreviews, onePage } from './kit/foreign-preview'
import { phoneFrame, showsText } from './kit/phone-frame'
import { scroll } from './kit/scroll'

const APP = {
  ...onePage(
    `Page({
      data: { bottoms: 0, ends: '', seen: '' },
      onPageScroll({ scrollTop }) { this.setData({ top: scrollTop > 0 ? 'down' : 'up' }) },
      onReachBottom() { this.setData({ bottoms: this.data.bottoms + 1 }) },
      end({ detail }) { this.setData({ ends: this.data.ends + detail.direction + ' ' }) },
      onReady() {
        this.createIntersectionObserver().relativeToViewport({ bottom: 100 })
          .observe('#late', ({ intersectionRatio }) => {
            if (intersectionRatio > 0) this.setData({ seen: 'seen' })
          })
      },
    })`,
    `<text id="n">{{bottoms}} {{top}}</text><text id="ends">{{ends}}</text><text id="seen">{{seen}}</text>
    <scroll-view id="list" scroll-y style="height: 100px" bindscrolltolower="end" bindscrolltoupper="end"><view style="height: 900px" /></scroll-view>
    <view style="height: 3000px" /><view id="late" style="height: 10px" />`,
  ),
  'pages/a.json': '{"onReachBottomDistance": 200}',
}

describe.each(ENGINES)('scrolling in %s', (engine) => {
  const { folderWith, preview } = foreignPreviews(engine)

  it('scrolling reaches the ends of a scroll-view and of the page, each once until it is left', async () => {
    await preview(await folderWith(APP), async (page) => {
      await showsText(page, 'n', '0 ')
      await scroll(page, 'list', 800)
      await showsText(page, 'ends', 'bottom ')
      await scroll(page, 'list', 0)
      await showsText(page, 'ends', 'bottom top ')
      await scroll(page, '', 100_000)
      await showsText(page, 'n', '1 down')
      await scroll(page, '', 0)
      await showsText(page, 'n', '1 up')
      await scroll(page, '', 100_000)
      await showsText(page, 'n', '2 down')
      expect(await page.$('#app-errors')).toBeNull()
    })
  })

  it('scrolling is what wx.pageScrollTo and the attributes of a scroll-view do', async () => {
    const app = onePage(
      `Page({
        data: { top: 0, into: '' },
        page() { wx.pageScrollTo({ selector: '#far' }) },
        back() { wx.pageScrollTo({ scrollTop: 0 }) },
        list() { this.setData({ into: 'row30' }) },
        up() { this.setData({ top: 40 }) },
        onPageScroll({ scrollTop }) { this.setData({ at: scrollTop }) },
        moved({ detail }) { this.setData({ in: detail.scrollTop }) },
      })`,
      `<text id="at">{{at}}</text><text id="in">{{in}}</text>
      <view wx:for="{{['page', 'back', 'list', 'up']}}" wx:key="*this" id="{{item}}" bindtap="{{item}}">{{item}}</view>
      <scroll-view scroll-y style="height: 100px" scroll-top="{{top}}" scroll-into-view="{{into}}" bindscroll="moved">
        <view wx:for="{{50}}" wx:key="*this" id="row{{item}}" style="height: 20px" /></scroll-view>
      <view style="height: 1500px" /><view id="far" style="height: 2000px" />`,
    )
    await preview(await folderWith(app), async (page) => {
      const frame = await phoneFrame(page)
      await showsText(page, 'at', '')
      const tap = (id: string) =>
        frame.$eval(`[id="${id}"]`, (node) => (node as HTMLElement).click())
      await tap('list')
      await showsText(page, 'in', '600')
      await tap('up')
      await showsText(page, 'in', '40')
      await tap('page')
      await page.waitForFunction(() => {
        const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
        return Number(phone?.contentDocument?.querySelector('[id="at"]')?.textContent) > 1500
      })
      await tap('back')
      await showsText(page, 'at', '0')
    })
  })

  it('scrolling is not undone when a textarea as high as its text is drawn again', async () => {
    const app = onePage(
      `Page({
        data: { text: 'line\\n'.repeat(90), hint: 'one' },
        again() { this.setData({ hint: 'two' }) },
      })`,
      `<textarea auto-height maxlength="-1" value="{{text}}" placeholder="{{hint}}" />
      <view id="again" bindtap="again">{{hint}}</view>`,
    )
    await preview(await folderWith(app), async (page) => {
      await showsText(page, 'again', 'one')
      await scroll(page, '', 100_000)
      const frame = await phoneFrame(page)
      await frame.$eval('[id="again"]', (node) => (node as HTMLElement).click())
      await showsText(page, 'again', 'two')
      const top = await frame.$eval('[data-page]:not([hidden])', ({ scrollTop }) => scrollTop)
      expect(top).toBeGreaterThan(500)
    })
  })

  it('scrolling brings what is observed into the viewport, with margins that name one edge', async () => {
    await preview(await folderWith(APP), async (page) => {
      await showsText(page, 'seen', '')
      await scroll(page, '', 100_000)
      await showsText(page, 'seen', 'seen')
    })
  })
})
