import { createManualClock } from '../../../wx/phone/clock'
import { errorsOf, logOf, onePage, run } from '../bundle'

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
    [
      'a loop of awaited timeouts',
      'const rest = () => new Promise((go) => setTimeout(go, 16)); void (async () => { for (;;) { this.count(); await rest() } })()',
    ],
    ['timeouts of a text', "const step = () => { this.count(); setTimeout(step, '16') }; step()"],
  ])(
    'an app that never rests is waited for no longer than for one that does: %s',
    async (_kind, start) => {
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
    },
  )

  it.each([
    ['timeouts of no time', 'setTimeout(step, 0)'],
    ['next ticks', 'wx.nextTick(step)'],
    ['frames of a canvas', 'canvas.requestAnimationFrame(step)'],
  ])('an app that draws without end is waited for a while only: %s', async (_kind, next) => {
    const clock = createManualClock(0)
    const app = await run(
      onePage(
        `Page({ ${COUNTING} onReady() {
          this.createSelectorQuery().select('#c').node(({ node: canvas }) => {
            let frames = 0
            const step = () => { frames += 1; if (frames % 50 === 1) this.count(); ${next} }
            step()
          }).exec()
        } })`,
        `<canvas type="2d" id="c" />${TEMPLATE}`,
      ),
      { clock },
    )
    await app.tap('look')
    expect(logOf(app)).toEqual(['true'])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('an app whose animation ends is waited for through the animation', async () => {
    const start = 'const step = () => { this.count(); if (this.data.n < 60) setTimeout(step, 1) }'
    const app = await run(onePage(`Page({ ${COUNTING} onLoad() { ${start}; step() } })`, TEMPLATE))
    expect(app.text()).toBe('60')
    app.close()
  })
})
