import type { EnginePage } from '../../scripts/browser/engine-page'
import { ENGINES } from '../../scripts/browser/find-program'
import { foreignPreviews, onePage } from './kit/foreign-preview'
import { phoneFrame, showsText } from './kit/phone-frame'

const RICH = [
  { name: 'p', attrs: { class: 'big', onclick: 'x()' }, children: [{ type: 'text', text: '<a>' }] },
  { name: 'script', children: [{ type: 'text', text: 'no()' }] },
  { name: 'img', attrs: { src: 'data:,', width: '7', onerror: 'x()' } },
]

/** A picture as wide as high. */
const SQUARE =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%2210%22 height=%2210%22/%3E'

/** What the browser draws of the components on the page; runs there, and refers to nothing outside itself. */
const drawnParts = () => {
  const of = (id: string) => document.getElementById(id)
  const inside = (id: string, selector: string) => of(id)?.shadowRoot?.querySelector(selector)
  const style = (node: Element | null | undefined, pseudo?: string) =>
    node ? getComputedStyle(node, pseudo) : undefined
  const sizeOf = (id: string) => `${of(id)?.offsetWidth} ${of(id)?.offsetHeight}`
  const isLoading = (id: string) => style(of(id), '::before')?.borderTopStyle === 'solid'
  return {
    sizes: {
      fill: sizeOf('fill'),
      fix: sizeOf('fix'),
      swiper: sizeOf('swiper'),
      item: of('item')?.offsetHeight,
    },
    dot: style(inside('swiper', '.dots i:not(.here)'))?.backgroundColor,
    track: style(inside('slider', 'input'))?.getPropertyValue('--on'),
    // WebKit computes no style for a placeholder.
    placeholder: (of('field')?.shadowRoot?.styleSheets[1]?.cssRules[0] as CSSStyleRule).style.color,
    loading: { busy: isLoading('busy'), idle: isLoading('idle') },
  }
}

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

  it('a component keeps the inline styles of its template, and its own whatever the template styles later', async () => {
    const app = onePage(
      `Page({
        data: { style: 'height: 75rpx; width: 150rpx', image: 'width: 75px; height: 50px', at: [1] },
        restyle() { this.setData({ style: 'height: 40px; width: 200px', image: 'width: 100px; height: 50px' }) },
      })`,
      `<image id="fill" mode="aspectFill" style="{{image}}" src="${SQUARE}" />
      <image id="fix" mode="widthFix" style="{{image}}" src="${SQUARE}" />
      <swiper id="swiper" indicator-dots indicator-color="#ff0000" style="{{style}}"><swiper-item /><swiper-item /></swiper>
      <picker-view id="wheels" style="{{style}}" value="{{at}}" mask-style="{{style}}"><picker-view-column><view id="item" /><view /></picker-view-column></picker-view>
      <slider id="slider" activeColor="#0000ff" value="50" style="{{style}}" />
      <input id="field" placeholder="p" placeholder-style="color: #00ff00; font-size: 30rpx" />
      <button id="busy" loading>b</button><button id="idle" loading="{{false}}">i</button>
      <view id="restyle" bindtap="restyle">restyle</view>`,
    )
    await preview(await folderWith(app), async (page) => {
      await showsText(page, 'restyle', 'restyle')
      const frame = await phoneFrame(page)
      const drawn = () => frame.evaluate(drawnParts)
      const wide = await frame.evaluate(() => window.innerWidth / 10)
      await frame.waitForFunction(() => document.getElementById('fix')?.offsetHeight === 75)
      expect(await drawn()).toEqual({
        sizes: {
          fill: '75 50',
          fix: '75 75',
          swiper: `${Math.round(2 * wide)} ${Math.round(wide)}`,
          item: 34,
        },
        dot: 'rgb(255, 0, 0)',
        track: '#0000ff',
        placeholder: 'rgb(0, 255, 0)',
        loading: { busy: true, idle: false },
      })
      await frame.click('[id="restyle"]')
      await frame.waitForFunction(() => document.getElementById('fix')?.offsetHeight === 100)
      expect(await drawn()).toMatchObject({
        sizes: { fill: '100 50', fix: '100 100', swiper: '200 40', item: 34 },
        dot: 'rgb(255, 0, 0)',
        track: '#0000ff',
      })
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
