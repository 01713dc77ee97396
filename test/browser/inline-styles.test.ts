import { ENGINES } from '../../scripts/browser/find-program'
import { foreignPreviews, onePage } from './kit/foreign-preview'
import { phoneFrame, showsText } from './kit/phone-frame'

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
    sizes: { fill: sizeOf('fill'), fix: sizeOf('fix'), swiper: sizeOf('swiper') },
    item: of('item')?.offsetHeight,
    dot: style(inside('swiper', '.dots i:not(.here)'))?.backgroundColor,
    track: style(inside('slider', 'input'))?.getPropertyValue('--on'),
    // WebKit computes no style for a placeholder.
    placeholder: (of('field')?.shadowRoot?.styleSheets[1]?.cssRules[0] as CSSStyleRule).style.color,
    loading: { busy: isLoading('busy'), idle: isLoading('idle') },
  }
}

/** At which of its pages each swiper stands. */
const trackPlaces = () => {
  const track = (id: string) =>
    document.getElementById(id)?.shadowRoot?.querySelector<HTMLElement>('.track')
  const [across, down] = [track('across'), track('down')]
  return {
    across: across && Math.round(across.scrollLeft / across.clientWidth),
    down: down && Math.round(down.scrollTop / down.clientHeight),
  }
}

/** How high a checkbox with words is, how wide the box of a switch that looks like one, and how round the marks are. */
const toggleShapes = () => {
  const track = (id: string) =>
    document.getElementById(id)?.shadowRoot?.querySelector<HTMLElement>('.track')
  const round = (id: string) => {
    const node = track(id)
    return node && getComputedStyle(node).borderTopLeftRadius
  }
  return {
    checkbox: document.getElementById('box')?.offsetHeight,
    box: track('switch')?.offsetWidth,
    corners: [round('box'), round('switch'), round('radio')],
  }
}

describe.each(ENGINES)('what the template styles, in %s', (engine) => {
  const { folderWith, preview } = foreignPreviews(engine)

  it('a component keeps the inline styles of its template, and its own whatever the template styles later', async () => {
    const app = onePage(
      `Page({
        data: { style: 'height: 150rpx; width: 150rpx', image: 'width: 75px; height: 50px', at: [1] },
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
      const wide = await frame.evaluate(() => Math.round(window.innerWidth / 5))
      await frame.waitForFunction(() => document.getElementById('fix')?.offsetHeight === 75)
      expect(await drawn()).toEqual({
        sizes: { fill: '75 50', fix: '75 75', swiper: `${wide} ${wide}` },
        item: 34,
        dot: 'rgb(255, 0, 0)',
        track: '#0000ff',
        placeholder: 'rgb(0, 255, 0)',
        loading: { busy: true, idle: false },
      })
      await frame.click('[id="restyle"]')
      await frame.waitForFunction(() => document.getElementById('fix')?.offsetHeight === 100)
      expect(await drawn()).toMatchObject({
        sizes: { fill: '100 50', fix: '100 100', swiper: '200 40' },
        item: 34,
        dot: 'rgb(255, 0, 0)',
        track: '#0000ff',
      })
      expect(await page.$('#app-errors')).toBeNull()
    })
  })

  it('a swiper begins at its current page, also below others, and a toggle stands before its words', async () => {
    const app = onePage(
      'Page({ data: { style: "height: 60px" }, restyle() { this.setData({ style: "height: 60px; width: 100px" }) } })',
      `<swiper id="across" current="2" style="{{style}}"><swiper-item wx:for="{{3}}" wx:key="*this">{{item}}</swiper-item></swiper>
      <swiper id="down" vertical current="1" style="height: 60px"><swiper-item>0</swiper-item><swiper-item>1</swiper-item></swiper>
      <radio id="radio" checked color="#0000ff" style="{{style}}">words</radio><checkbox id="box">words</checkbox>
      <switch id="switch" type="checkbox" /><view id="restyle" bindtap="restyle">restyle</view>`,
    )
    await preview(await folderWith(app), async (page) => {
      await showsText(page, 'restyle', 'restyle')
      const frame = await phoneFrame(page)
      const places = () => frame.evaluate(trackPlaces)
      expect(await places()).toEqual({ across: 2, down: 1 })
      const { checkbox, box, corners } = await frame.evaluate(toggleShapes)
      expect(checkbox).toBeLessThan(40)
      expect(box).toBe(22)
      expect(corners).toEqual(['4px', '4px', '11px'])
      await frame.click('[id="restyle"]')
      await frame.waitForFunction(() => document.getElementById('across')?.offsetWidth === 100)
      const colour = await frame.evaluate(() => {
        const track = document.getElementById('radio')?.shadowRoot?.querySelector('.track')
        return track ? getComputedStyle(track).getPropertyValue('--toggle') : ''
      })
      expect(colour).toBe('#0000ff')
    })
  })
})
