import type { EnginePage } from '../../scripts/browser/engine-page'
import { ENGINES } from '../../scripts/browser/find-program'
import { foreignPreviews, onePage } from './kit/foreign-preview'
import { phoneFrame, showsText } from './kit/phone-frame'

const RICH = [
  { name: 'p', attrs: { class: 'big', onclick: 'x()' }, children: [{ type: 'text', text: '<a>' }] },
  { name: 'script', children: [{ type: 'text', text: 'no()' }] },
  { name: 'img', attrs: { src: 'data:,', width: '7', onerror: 'x()' } },
]

const drawnIn = (page: EnginePage, id: string) =>
  page.evaluate((wanted: string) => {
    const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
    return phone?.contentDocument?.querySelector(`[id="${wanted}"]`)?.innerHTML
  }, id)

describe.each(ENGINES)('what components draw, in %s', (engine) => {
  const { folderWith, preview } = foreignPreviews(engine)

  it('a rich-text draws nodes and HTML with trusted elements only, and what takes their place', async () => {
    const app = onePage(
      `Page({
        data: { nodes: ${JSON.stringify(RICH)}, html: '<b style="color: red" onclick="x()">b</b><iframe></iframe><br>' },
        swap() { this.setData({ nodes: [{ type: 'text', text: 'new' }] }) },
      })`,
      '<rich-text id="rich" nodes="{{nodes}}" /><rich-text id="html" nodes="{{html}}" /><view id="swap" bindtap="swap">swap</view>',
    )
    await preview(await folderWith(app), async (page) => {
      await showsText(page, 'html', 'b')
      expect(await drawnIn(page, 'rich')).toBe(
        '<p class="big">&lt;a&gt;</p><img src="data:," width="7">',
      )
      expect(await drawnIn(page, 'html')).toBe('<b style="color: red">b</b><br>')
      const frame = await phoneFrame(page)
      await frame.click('[id="swap"]')
      await showsText(page, 'rich', 'new')
      expect(await page.$('#app-errors')).toBeNull()
    })
  })

  it('a selector query measures what the browser has laid out', async () => {
    const app = onePage(
      `Page({
        data: { said: '' },
        onReady() {
          wx.createSelectorQuery()
            .select('#box').boundingClientRect()
            .selectAll('.in').fields({ size: true })
            .select('#scroll').scrollOffset()
            .exec(([box, inner, scroll]) => this.setData({
              said: [box.left, box.width, box.bottom - box.top, inner.map(({ height }) => height), scroll.scrollHeight].join(' '),
            }))
        },
      })`,
      `<view id="box" style="margin-left: 10px; width: 200px; height: 50px"><view class="in" style="height: 20px" /></view>
      <scroll-view id="scroll" scroll-y style="height: 30px"><view style="height: 300px" /></scroll-view><text id="said">{{said}}</text>`,
    )
    await preview(await folderWith(app), async (page) => {
      await showsText(page, 'said', '10 200 50 20 300')
    })
  })

  it('a textarea with auto-height is as high as its text, in the width that it has', async () => {
    const app = onePage(
      `Page({
        data: { width: 200, text: '' },
        write() { this.setData({ text: 'one two three four five six seven eight' }) },
        narrow() { this.setData({ width: 100 }) },
      })`,
      `<textarea id="t" auto-height value="{{text}}" style="width: {{width}}px; height: 99px; line-height: 20px" />
      <view id="write" bindtap="write">write</view><view id="narrow" bindtap="narrow">narrow</view>`,
    )
    await preview(await folderWith(app), async (page) => {
      const frame = await phoneFrame(page)
      const height = () => frame.$eval('wx-textarea', (node) => node.getBoundingClientRect().height)
      const higherThan = (before: number) =>
        frame.waitForFunction(
          (low: number) =>
            (document.querySelector('wx-textarea')?.getBoundingClientRect().height ?? 0) > low,
          {},
          before,
        )
      expect(await height()).toBe(20)
      await frame.click('[id="write"]')
      await higherThan(20)
      const wide = await height()
      await frame.click('[id="narrow"]')
      await higherThan(wide)
      expect(await page.$('#app-errors')).toBeNull()
    })
  })

  it('a swiper leaves its margins to the items beside, and shows as many at once as its attribute says', async () => {
    const items =
      '<swiper-item>0</swiper-item><swiper-item>1</swiper-item><swiper-item>2</swiper-item>'
    const app = onePage(
      'Page({})',
      `<swiper id="margins" current="1" previous-margin="20px" next-margin="60rpx" style="width: 200px">${items}</swiper>
      <swiper id="pairs" current="1" display-multiple-items="2" style="width: 200px">${items}</swiper>
      <swiper previous-margin="20px" display-multiple-items="2" style="width: 220px"><swiper-item><swiper id="inner">${items}</swiper></swiper-item></swiper>
      <swiper id="down" vertical current="2" previous-margin="10px" style="height: 110px">${items}</swiper><text id="said">said</text>`,
    )
    await preview(await folderWith(app), async (page) => {
      await showsText(page, 'said', 'said')
      const frame = await phoneFrame(page)
      const shown = await frame.evaluate(() => {
        const boxOf = (id: string, index: number) => {
          const swiper = document.getElementById(id)
          const item = swiper?.querySelectorAll('wx-swiper-item')[index]
          if (!swiper || !item) return undefined
          const [from, box] = [swiper.getBoundingClientRect(), item.getBoundingClientRect()]
          return [box.left - from.left, box.top - from.top, box.width, box.height].map(Math.round)
        }
        const rpx = innerWidth / 750
        const margin = Math.round(60 * rpx)
        return {
          margin,
          boxes: [boxOf('margins', 1), boxOf('pairs', 1), boxOf('inner', 0), boxOf('down', 2)],
        }
      })
      expect(shown.boxes).toEqual([
        [20, 0, 180 - shown.margin, 150],
        [0, 0, 100, 150],
        [0, 0, 100, 150],
        [0, 10, expect.any(Number), 100],
      ])
    })
  })

  it('a canvas of type 2d draws pixels, and pictures once they have loaded', async () => {
    const svg = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4" fill="#00f"/></svg>')}`
    const app = onePage(
      `Page({
        data: { said: '' },
        onReady() {
          wx.createSelectorQuery().select('#c').fields({ node: true, size: true }).exec(([{ node, width }]) => {
            node.width = 8
            node.height = 8
            const context = node.getContext('2d')
            context.fillStyle = '#f00'
            context.fillRect(0, 0, 4, 8)
            const image = node.createImage()
            image.onload = () => {
              context.drawImage(image, 4, 0)
              const at = (x) => [...context.getImageData(x, 1, 1, 1).data].slice(0, 3).join()
              this.setData({ said: [node.width, width, at(1), at(6)].join(' ') })
            }
            image.src = ${JSON.stringify(svg)}
          })
        },
      })`,
      '<canvas type="2d" id="c" /><text id="said">{{said}}</text>',
    )
    await preview(await folderWith(app), async (page) => {
      await page
        .waitForFunction(
          () => {
            const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
            return phone?.contentDocument?.querySelector('[id="said"]')?.textContent !== ''
          },
          { timeout: 5000 },
        )
        .catch(() => undefined)
      const errors = await page.evaluate(() => document.getElementById('app-errors')?.textContent)
      expect([await drawnIn(page, 'said'), errors ?? 'no error']).toEqual([
        '8 300 255,0,0 0,0,255',
        'no error',
      ])
    })
  })
})
