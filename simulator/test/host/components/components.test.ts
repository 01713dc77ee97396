import { errorsOf, logOf, onePage, run, type Sources } from '../bundle'

const button = (handler: string) => `<button id="go" bindtap="${handler}">go</button>`

describe('a component of the bundle', () => {
  it('the host makes components of the bundle ready, children first, those that come later too', async () => {
    const component = (name: string) => `Component({
      lifetimes: { attached() { console.log('${name} attached') }, ready() { console.log('${name} ready') }, detached() { console.log('${name} detached') } },
      pageLifetimes: { show() { console.log('${name} show') } },
    })`
    const sources: Sources = onePage(
      "Page({ data: { more: false }, onReady() { console.log('page ready') }, toggle() { this.setData({ more: !this.data.more }) } })",
      `<outer/><outer wx:if="{{more}}"/>${button('toggle')}`,
      {
        'pages/a.json': JSON.stringify({ usingComponents: { outer: '../parts/outer' } }),
        'parts/outer.json': JSON.stringify({
          component: true,
          usingComponents: { inner: './inner' },
        }),
        'parts/outer.js': component('outer'),
        'parts/outer.wxml': '<inner/>',
        'parts/inner.json': JSON.stringify({ component: true }),
        'parts/inner.js': component('inner'),
        'parts/inner.wxml': '<view/>',
      },
    )
    const app = await run(sources)
    expect(logOf(app)).toEqual([
      ...['outer attached', 'inner attached', 'outer show', 'inner show'],
      ...['inner ready', 'outer ready', 'page ready'],
    ])
    const before = app.console.length
    await app.tap('go')
    await app.tap('go')
    expect(logOf(app).slice(before)).toEqual([
      ...['outer attached', 'inner attached', 'inner ready', 'outer ready'],
      ...['inner detached', 'outer detached'],
    ])
    app.close()
  })

  it('the host takes a Component as a page: query into properties, methods as page events, observers, behaviors', async () => {
    const page = `const shared = Behavior({ data: { from: 'behavior' } })
    Component({
      behaviors: [shared],
      properties: { id: Number },
      observers: { id(value) { this.setData({ twice: value * 2 }) } },
      methods: { onLoad({ id }) { console.log('load', id, this.data.from) }, onShow() { console.log('show') } },
    })`
    const app = await run(onePage(page, '<text id="n">{{id}} {{twice}}</text>'), {
      url: '/pages/a?id=21',
    })
    expect(app.text('n')).toBe('21 42')
    expect(logOf(app)).toEqual(['load 21 behavior', 'show'])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('the host runs WXS in templates', async () => {
    const app = await run(
      onePage(
        'Page({ data: { n: 2 } })',
        '<wxs module="m" src="../m.wxs"/><text id="n">{{m.twice(n)}}</text>',
        {
          'm.wxs': 'module.exports = { twice: function (n) { return n * 2 } }',
        },
      ),
    )
    expect(app.text('n')).toBe('4')
    app.close()
  })
})
