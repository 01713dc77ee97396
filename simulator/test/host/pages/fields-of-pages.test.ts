import { errorsOf, logOf, run } from '../bundle'

const page = (script: string) => ({
  'app.json': JSON.stringify({ pages: ['a', 'b'] }),
  'app.js': 'const app = { globalData: { n: 1 } }; app.self = app; App(app)',
  'a.js': script,
  'a.wxml': '<view id="go" bindtap="go" />',
  'b.js': 'Page({})',
  'b.wxml': '<view />',
})

describe('the data of its own that a page has', () => {
  it('the data of its own that a page has is copied for each instance, circles too', async () => {
    const app = await run(
      page(`
        class Store { read() { return 'read' } }
        const ring = { list: [{ n: 1 }] }
        ring.ring = ring
        Page({
          app: getApp(), ring, at: new Date(0), known: new Map([['k', 1]]), store: new Store(), none: null,
          go() { wx.navigateTo({ url: '/a' }) },
          onLoad() {
            this.ring.list[0].n += 1
            console.log(this.ring.list[0].n, this.ring.ring === this.ring, this.ring === ring, Array.isArray(this.ring.list))
            console.log(this.app.self.globalData.n, this.at.getTime(), this.known.get('k'), this.store.read(), this.none)
          },
        })`),
    )
    await app.tap('go')
    const told = ['2 true false true', '1 0 1 read ']
    expect(logOf(app)).toEqual([...told, ...told])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })
})
