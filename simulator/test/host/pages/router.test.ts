import fc from 'fast-check'
import { createPhoneMemory } from '../../../wx/phone/memory'
import { errorsOf, logOf, run, type Sources } from '../bundle'

const TABS = ['tab1', 'tab2']
const PAGES = [...TABS, 'page1', 'page2']

/** Every page logs its life under a number of its own; `go` makes the move that the test put into storage. */
const PAGE = `
const say = (page, event) => console.log(page.number, page.route, event)
Page({
  onLoad() { globalThis.last = (globalThis.last || 0) + 1; this.number = globalThis.last; say(this, 'load') },
  onShow() { say(this, 'show') }, onHide() { say(this, 'hide') }, onUnload() { say(this, 'unload') },
  go() { const { move, url } = wx.getStorageSync('move'); wx[move]({ url, fail() {} }) },
})`

const SOURCES: Sources = {
  'app.json': JSON.stringify({
    pages: PAGES,
    tabBar: { list: TABS.map((pagePath) => ({ pagePath, text: pagePath })) },
    lazyCodeLoading: 'requiredComponents',
  }),
  'app.js': 'App({})',
  ...Object.fromEntries(
    PAGES.flatMap((page) => [
      [`${page}.js`, PAGE],
      [`${page}.wxml`, '<view id="go" bindtap="go" />'],
    ]),
  ),
}

/** What may follow what in the life of one page. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  '': ['load'],
  load: ['show'],
  show: ['hide', 'unload'],
  hide: ['show', 'unload'],
  unload: [],
}

/** Tabs are what is hard: they get more turns. */
const MOVES = ['navigateTo', 'redirectTo', 'switchTab', 'switchTab', 'reLaunch', 'navigateBack']

const move = fc.record({
  move: fc.constantFrom(...MOVES),
  url: fc.constantFrom(...TABS, ...PAGES).map((page) => `/${page}`),
})

it('the router keeps every page in a valid state and exactly one on screen, whatever navigation happens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 6, maxLength: 14 }), async (moves) => {
      const memory = createPhoneMemory()
      const app = await run(SOURCES, { memory })
      for (const data of moves) {
        memory.entries.set('plain:move', JSON.stringify({ data }))
        await app.tap('go')
        expect(app.stack().length).toBeLessThanOrEqual(10)
      }
      const lives = new Map<string, string>()
      for (const [number = '', , event = ''] of logOf(app).map((line) => line.split(' '))) {
        expect(NEXT[lives.get(number) ?? '']).toContain(event)
        lives.set(number, event)
      }
      const states = [...lives.values()]
      expect(states.filter((event) => event === 'show')).toHaveLength(1)
      expect(errorsOf(app)).toEqual([])
      const open = states.filter((event) => event !== 'unload').length
      const hiddenTabs = TABS.filter((tab) => !app.stack().includes(tab)).length
      expect(open).toBeGreaterThanOrEqual(app.stack().length)
      expect(open).toBeLessThanOrEqual(app.stack().length + hiddenTabs)
      app.close()
    }),
    { numRuns: 25 },
  )
}, 30_000)
