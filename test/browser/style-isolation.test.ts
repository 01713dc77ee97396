import type { EnginePage } from '../../scripts/browser/engine-page'
import { ENGINES } from '../../scripts/browser/find-program'
import { foreignPreviews } from './kit/foreign-preview'
import { CLASSES, isolationApp, type IsolationPage } from './kit/isolation-app'
import { phoneFrame } from './kit/phone-frame'

/** Values of custom properties on nodes of the page on screen, by the id of the node: those that are set. */
const readStyles = (shown: EnginePage, names: readonly string[]) =>
  shown.evaluate((wanted: readonly string[]) => {
    const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
    const nodes =
      phone?.contentDocument?.querySelectorAll('[data-page]:not([hidden]) wx-view[id]') ?? []
    const entries = [...nodes].map((node) => {
      const style = phone?.contentWindow?.getComputedStyle(node)
      const isSet = (name: string) => style?.getPropertyValue(`--from-${name}`).trim() === 'yes'
      return [node.id, wanted.filter(isSet).join(' ')]
    })
    return Object.fromEntries(entries) as Record<string, string>
  }, names)

const hasNode = (shown: EnginePage, id: string) =>
  shown.waitForFunction(
    (wanted: string) => {
      const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
      const found = `[data-page]:not([hidden]) [id="${wanted}"]`
      return phone?.contentDocument?.querySelector(found) !== null
    },
    {},
    id,
  )

const SHARED = {
  page: 'app page sharing tag',
  ...{ plain: 'self tag', isolated: 'self tag' },
  ...{ applying: 'app page self sharing tag', 'applying-json': 'app page self sharing tag' },
  ...{ older: 'app page self sharing tag', sharing: 'app page sharing tag' },
}
const ISOLATED = {
  page: 'page',
  ...{ plain: 'self', isolated: 'self', sharing: 'sharing' },
  ...{ applying: 'self sharing', 'applying-json': 'self sharing', older: 'self sharing' },
}
const REACHED = {
  ...{ page: 'page sharing', plain: 'self', isolated: 'self', sharing: 'page sharing' },
  applying: 'page self sharing',
  ...{ 'applying-json': 'page self sharing', older: 'page self sharing' },
}

describe.each(ENGINES)('stylesheets in %s', (engine) => {
  const { folderWith, preview } = foreignPreviews(engine)

  it.each<[string, IsolationPage, Record<string, string>]>([
    ['of a page', { constructor: 'Page', options: {}, json: {} }, SHARED],
    [
      'of a page that Component makes',
      { constructor: 'Component', options: {}, json: { component: true } },
      SHARED,
    ],
    [
      'of a page-isolated page',
      { constructor: 'Component', options: { styleIsolation: 'page-isolated' }, json: {} },
      ISOLATED,
    ],
    [
      'of a page-apply-shared page',
      { constructor: 'Page', options: {}, json: { styleIsolation: 'page-apply-shared' } },
      { ...ISOLATED, page: 'page sharing' },
    ],
    [
      'of a page-shared page',
      { constructor: 'Page', options: { styleIsolation: 'page-shared' }, json: {} },
      REACHED,
    ],
  ])(
    'the stylesheets %s and its components reach as far as the isolation says',
    async (_, page, wanted) => {
      await preview(await folderWith(isolationApp(page)), async (shown) => {
        await hasNode(shown, 'sharing')
        expect(await readStyles(shown, [...CLASSES, 'tag'])).toEqual(wanted)
        expect(await shown.$('#app-errors')).toBeNull()
      })
    },
  )

  it('the classes of others are named by external classes, ~ and ^, and the component by :host', async () => {
    const app = {
      'app.json': '{"pages":["p/i"]}',
      'app.js': 'App({})',
      'p/i.js': 'Page({})',
      'p/i.json': '{"usingComponents":{"outer":"/c/outer"}}',
      'p/i.wxml': '<outer ext="given" />',
      'p/i.wxss': '.given { --from-given: yes } .asked { --from-asked: yes }',
      'c/outer.js': "Component({ externalClasses: ['ext'] })",
      'c/outer.json': '{"component":true,"usingComponents":{"inner":"/c/inner"}}',
      'c/outer.wxml':
        '<view id="outer" class="ext" /><view id="asks" class="~asked" /><inner ext="ext" />',
      'c/outer.wxss': '.given { --from-wrong: yes } .above { --from-above: yes }',
      'c/inner.js': "Component({ externalClasses: ['ext'] })",
      'c/inner.json': '{"component":true}',
      'c/inner.wxml': '<view id="inner" class="ext ^above ~asked" />',
      'c/inner.wxss': ':host { --from-host: yes }',
    }
    await preview(await folderWith(app), async (shown) => {
      await hasNode(shown, 'inner')
      expect(await readStyles(shown, ['given', 'asked', 'wrong', 'above', 'host'])).toEqual({
        outer: 'given',
        asks: 'asked',
        inner: 'given asked above host',
      })
    })
  })

  it('the stylesheets of a sharing component reach no page that does without it', async () => {
    const app = {
      'app.json': '{"pages":["p/a","p/b"]}',
      'app.js': 'App({})',
      'p/a.js': 'Page({ go() { wx.navigateTo({ url: "/p/b" }) } })',
      'p/a.wxml': '<view id="a" class="from-c" bindtap="go">a</view>',
      'p/b.js': 'Page({})',
      'p/b.json': '{"usingComponents":{"c":"/c/c"}}',
      'p/b.wxml': '<view id="b" class="from-c" /><c />',
      'c/c.js': "Component({ options: { styleIsolation: 'shared' } })",
      'c/c.json': '{"component":true}',
      'c/c.wxml': '<view id="c" class="from-c" />',
      'c/c.wxss': '.from-c { --from-c: yes }',
    }
    await preview(await folderWith(app), async (shown) => {
      await hasNode(shown, 'a')
      expect(await readStyles(shown, ['c'])).toEqual({ a: '' })
      const frame = await phoneFrame(shown)
      await frame.click('[id="a"]')
      await hasNode(shown, 'c')
      expect(await readStyles(shown, ['c'])).toEqual({ b: 'c', c: 'c' })
    })
  })

  it('the stylesheet of an isolated component has its hover-class, and reaches nothing outside it', async () => {
    const app = {
      'app.json': '{"pages":["p/i"]}',
      'app.js': 'App({})',
      'p/i.js': 'Page({})',
      'p/i.json': '{"usingComponents":{"c":"/c/c"}}',
      'p/i.wxml': '<view id="outside" class="down" /><c />',
      'c/c.js': 'Component({})',
      'c/c.json': '{"component":true}',
      'c/c.wxml': '<view id="c" hover-class="down">c</view>',
      'c/c.wxss': '.down { --from-c: yes }',
    }
    await preview(await folderWith(app), async (shown) => {
      await hasNode(shown, 'c')
      await shown.evaluate(() => {
        const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
        const node = phone?.contentDocument?.querySelector('[id="c"]')
        node?.dispatchEvent(new Event('pointerdown', { bubbles: true }))
      })
      expect(await readStyles(shown, ['c'])).toEqual({ outside: '', c: 'c' })
      await shown.evaluate(() => {
        const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
        phone?.contentDocument?.dispatchEvent(new Event('pointerup'))
      })
      expect(await readStyles(shown, ['c'])).toEqual({ outside: '', c: '' })
    })
  })
})
