import { createManualClock } from '../../wx/phone/clock'
import { errorsOf, logOf, onePage, run } from './bundle'

const COUNTING = `
  data: { n: 0 },
  count() { this.setData({ n: this.data.n + 1 }) },
  look() { console.log(this.data.n > 0) },`
const TEMPLATE = '<view id="look" bindtap="look" />{{n}}'

describe('an app that never rests', () => {
  it.each([
    ['an interval', 'setInterval(() => this.count(), 16)'],
    [
      'timeouts that set each other',
      'const step = () => { this.count(); setTimeout(step, 16) }; step()',
    ],
  ])('is waited for no longer than for one that does: %s', async (_kind, start) => {
    const clock = createManualClock(0)
    const sources = onePage(`Page({ ${COUNTING} onLoad() { ${start} } })`, TEMPLATE)
    const app = await run(sources, { clock })
    await app.tap('look')
    const before = Number(app.text())
    await clock.advance(100)
    expect(Number(app.text())).toBeGreaterThan(before + 3)
    expect(logOf(app)).toEqual(['true'])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('is waited for through an animation that ends', async () => {
    const start = 'const step = () => { this.count(); if (this.data.n < 60) setTimeout(step, 1) }'
    const app = await run(onePage(`Page({ ${COUNTING} onLoad() { ${start}; step() } })`, TEMPLATE))
    expect(app.text()).toBe('60')
    app.close()
  })
})

describe('a generic component', () => {
  it('that the parent leaves out, without a default, shows its content alone', async () => {
    const app = await run(
      onePage('Page({})', '<list />', {
        'pages/a.json': '{"usingComponents":{"list":"./list"}}',
        'pages/list.js': 'Component({})',
        'pages/list.json': '{"component":true,"componentGenerics":{"item":true}}',
        'pages/list.wxml': '<item n="1"><text>content</text></item>',
      }),
    )
    expect(app.text()).toBe('content')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })
})
