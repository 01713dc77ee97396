import { ENGINES } from '../../scripts/browser/find-program'
import { foreignPreviews, onePage } from './kit/foreign-preview'
import { phoneFrame, showsText } from './kit/phone-frame'

describe.each(ENGINES)('how a page is drawn in %s', (engine) => {
  const { folderWith, preview } = foreignPreviews(engine)

  it('a progress bar, an icon and a cover-image are drawn, and what is not says what it is', async () => {
    const svg = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>')}`
    const app = onePage(
      'Page({})',
      `<text id="t">t</text><view style="width: 200px"><progress id="p" percent="25" activeColor="#f00" stroke-width="8" /></view>
      <icon id="i" type="warn" size="40" /><cover-image id="c" src="${svg}" style="width: 40px; height: 30px" /><video id="v" /><rich-text id="r" nodes="x" />`,
    )
    await preview(await folderWith(app), async (page) => {
      await showsText(page, 't', 't')
      const sizes = await page.evaluate(() => {
        const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
        const sizeOf = (selector: string, inside = '') => {
          const node = phone?.contentDocument?.querySelector(selector)
          const found = inside === '' ? node : node?.shadowRoot?.querySelector(inside)
          const { width = 0, height = 0 } = found?.getBoundingClientRect() ?? {}
          return [Math.round(width), Math.round(height)].join('x')
        }
        return [
          sizeOf('[id="p"]', '.bar i'),
          sizeOf('[id="i"]', 'i'),
          sizeOf('[id="c"]', 'img'),
          sizeOf('[id="v"]'),
        ]
      })
      expect(sizes).toEqual(['50x8', '40x40', '40x30', '300x225'])
    })
  })

  it('a page that is longer than the screen has its colour behind all of it', async () => {
    const app = {
      ...onePage('Page({})', '<text id="t">t</text><view style="height: 3000px" />'),
      'pages/a.wxss': 'page { background: #010203; }',
    }
    await preview(await folderWith(app), async (page) => {
      await showsText(page, 't', 't')
      await page.waitForFunction(() => {
        const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
        const whole = phone?.contentDocument?.querySelector('[data-page]')
        return whole && getComputedStyle(whole).backgroundColor === 'rgb(1, 2, 3)'
      })
    })
  })

  it('a component with hidden takes no room, whatever it is, until it is shown', async () => {
    const tags = ['view', 'text', 'button', 'image', 'input', 'scroll-view', 'swiper']
    const app = {
      ...onePage(
        'Page({ data: { off: true }, show() { this.setData({ off: false }) } })',
        `<text id="t" bindtap="show">t</text>${tags.map((tag) => `<${tag} id="${tag}" class="x" hidden="{{off}}">in</${tag}>`).join('')}`,
      ),
      'pages/a.wxss': '.x { display: flex; }',
    }
    await preview(await folderWith(app), async (page) => {
      await showsText(page, 't', 't')
      const shown = () =>
        page.evaluate((ids: string[]) => {
          const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
          return ids.filter((id) => {
            const node = phone?.contentDocument?.querySelector(`[id="${id}"]`)
            return (node?.getBoundingClientRect().height ?? 0) > 0
          })
        }, tags)
      expect(await shown()).toEqual([])
      await (await phoneFrame(page)).click('[id="t"]')
      await page.waitForFunction(() => {
        const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
        return phone?.contentDocument?.querySelector('[id="view"][hidden]') === null
      })
      expect(await shown()).toEqual(tags)
    })
  })

  it('a component may be called like an element of HTML, and is found by its name in a stylesheet', async () => {
    const names = ['dialog', 'title', 'select', 'script', 'a', 'button', 'x-own']
    const using = Object.fromEntries(names.map((name) => [name, './c']))
    const app = {
      ...onePage(
        'Page({})',
        `<text id="t">t</text>${names.map((name) => `<${name} id="${name}" style="padding-left: 75rpx" />`).join('')}`,
      ),
      'pages/a.json': JSON.stringify({ usingComponents: using }),
      'pages/a.wxss': 'x-own { display: block; width: 77px; } #a { color: #010203; }',
      'pages/c.js': 'Component({})',
      'pages/c.json': '{"component":true}',
      'pages/c.wxml': '<view style="width: 50px; height: 10px">c</view>',
    }
    await preview(await folderWith(app), async (page) => {
      await showsText(page, 't', 't')
      const drawn = await page.evaluate((ids: string[]) => {
        const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
        const node = (selector: string) => phone?.contentDocument?.querySelector(selector)
        const style = (selector: string) => {
          const found = node(selector)
          return found && getComputedStyle(found)
        }
        return [
          ...ids.map((id) => node(`[id="${id}"] wx-view`)?.getBoundingClientRect().width),
          style('[id="x-own"]')?.width,
          style('[id="a"]')?.color,
          Math.round(Number.parseFloat(style('[id="a"]')?.paddingLeft ?? '')),
        ]
      }, names)
      // A tenth of the 393 pixels of the phone.
      expect(drawn).toEqual([...names.map(() => 50), '77px', 'rgb(1, 2, 3)', 39])
    })
  })
})
