import { errorsOf, logOf, run } from '../bundle'

const open = (query: string, second: string) =>
  run({
    'app.json': JSON.stringify({ pages: ['pages/a', 'pages/b'] }),
    'app.js': 'App({})',
    'pages/a.js': `Page({ go() { wx.navigateTo({ url: '/pages/b?${query}', fail: ({ errMsg }) => console.log(errMsg) }) } })`,
    'pages/a.wxml': '<view id="go" bindtap="go" />',
    'pages/b.js': second,
    'pages/b.wxml': '<view />',
  })

describe('the address of a page', () => {
  it.each([
    ['x=100%', { x: '100%' }],
    ['to=https://a.example/?b=1', { to: 'https://a.example/?b=1' }],
    ['color=#fff&y=%E4%BD', { color: '#fff', y: '%E4%BD' }],
    ['a=1=2&&b', { a: '1=2', b: '' }],
    ['', {}],
  ])(
    'the address of a page may hold any query, and onLoad gets it as written: %s',
    async (query, wanted) => {
      const app = await open(query, 'Page({ onLoad(q) { console.log(JSON.stringify(q)) } })')
      await app.tap('go')
      expect(logOf(app)).toEqual([JSON.stringify(wanted)])
      expect(app.page()).toBe('pages/b')
      expect(errorsOf(app)).toEqual([])
      app.close()
    },
  )

  it('the address of a page fills the properties of a component that is a page', async () => {
    const second = `Component({
      properties: { x: String, n: Number, word: String },
      methods: { onLoad() { console.log(this.data.x, this.data.n + 1, this.data.word) } },
    })`
    const app = await open('x=100%&n=2&word=%E4%BD%A0', second)
    await app.tap('go')
    expect(logOf(app)).toEqual(['100% 3 你'])
    app.close()
  })
})
