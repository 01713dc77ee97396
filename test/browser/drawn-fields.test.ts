import { ENGINES } from '../../scripts/browser/find-program'
import { foreignPreviews, onePage } from './kit/foreign-preview'
import { phoneFrame, showsText } from './kit/phone-frame'

describe.each(ENGINES)('fields and movable views in %s', (engine) => {
  const { folderWith, preview } = foreignPreviews(engine)

  it('the placeholder of a field is drawn as its class and its style say, that of a component by its own', async () => {
    const app = {
      ...onePage(
        'Page({})',
        `<input id="plain" placeholder="p" /><input id="class" placeholder="p" placeholder-class="ph" />
        <textarea id="style" placeholder="p" placeholder-style="font-size: 20px" placeholder-class="ph" /><inner /><text id="t">t</text>`,
      ),
      'pages/a.json': '{"usingComponents":{"inner":"./inner"}}',
      'pages/a.wxss': '.ph { color: #f00 }',
      'pages/inner.json': '{"component":true}',
      'pages/inner.js': 'Component({})',
      'pages/inner.wxml': '<input id="inner" placeholder="p" placeholder-class="ph" />',
      'pages/inner.wxss': '.ph { color: #00f; font-weight: bold }',
    }
    await preview(await folderWith(app), async (page) => {
      await showsText(page, 't', 't')
      const frame = await phoneFrame(page)
      const drawn = await frame.evaluate(() =>
        ['plain', 'class', 'style', 'inner'].map((id) => {
          // WebKit computes no style of a placeholder.
          const sheets = document.getElementById(id)?.shadowRoot?.styleSheets ?? []
          const rules = [...sheets].flatMap(({ cssRules }) => [...cssRules] as CSSStyleRule[])
          const { style } =
            rules.filter((rule) => rule.selectorText.includes('::placeholder')).at(-1) ?? {}
          return [style?.color, style?.fontSize, style?.fontWeight].join(' ').trim()
        }),
      )
      expect(drawn).toEqual([
        'rgb(128, 128, 128)',
        'rgb(255, 0, 0) 16px 400',
        'rgb(255, 0, 0) 20px 400',
        'rgb(0, 0, 255) 16px 700',
      ])
    })
  })

  it('a movable view stands where its x and y say, inside its area', async () => {
    const app = onePage(
      'Page({ data: { x: 30 }, far() { this.setData({ x: 500 }) } })',
      `<movable-area id="area" style="width: 100px; height: 100px">
        <movable-view id="view" x="{{x}}" y="-5" direction="all" style="width: 20px; height: 20px" />
      </movable-area><view id="far" bindtap="far">far</view>`,
    )
    await preview(await folderWith(app), async (page) => {
      await showsText(page, 'far', 'far')
      const frame = await phoneFrame(page)
      const standsAt = (x: number) =>
        frame.waitForFunction(
          (wanted: number) => {
            const [area, view] = ['area', 'view'].map((id) =>
              document.getElementById(id)?.getBoundingClientRect(),
            )
            return area && view && view.left - area.left === wanted && view.top === area.top
          },
          {},
          x,
        )
      await standsAt(30)
      await frame.click('[id="far"]')
      await standsAt(80)
    })
  })

  it('the cursor leaves a field in a browser when its focus turns false, the app hides the keyboard or Enter confirms', async () => {
    const app = onePage(
      `Page({
        data: { a: true, heard: '' },
        hear({ type, currentTarget }) { this.setData({ heard: this.data.heard + type + ' ' + currentTarget.id + '; ' }) },
        in({ currentTarget }) { this.setData({ [currentTarget.dataset.of]: true }) },
        out() { this.setData({ a: false }) },
        hide() { wx.hideKeyboard() },
      })`,
      `<input id="a" focus="{{a}}" bindblur="hear" /><input id="b" focus="{{b}}" bindblur="hear" bindfocus="hide" />
      <input id="c" bindblur="hear" /><view id="out" bindtap="out">out</view><view id="in" data-of="b" bindtap="in">in</view><text id="heard">{{heard}}</text>`,
    )
    await preview(await folderWith(app), async (page) => {
      const frame = await phoneFrame(page)
      // By a script: a finger of its own would take the cursor away.
      const press = (id: string) =>
        frame.$eval(`[id="${id}"]`, (node) => (node as HTMLElement).click())
      await press('out')
      await showsText(page, 'heard', 'blur a; ')
      await press('in')
      await showsText(page, 'heard', 'blur a; blur b; ')
      await frame.click('[id="c"]')
      await page.keyboard.press('Enter')
      await showsText(page, 'heard', 'blur a; blur b; blur c; ')
    })
  })
})
