import { errorsOf, logOf, onePage, run } from '../bundle'

const COUNTER = `Page({
  data: { n: 0 },
  add(event) { this.setData({ n: this.data.n + Number(event.currentTarget.dataset.by) }) },
  log(event) { console.log(event.type, event.target.id, event.currentTarget.id) },
})`

describe('a tap', () => {
  it('a tap runs the bound handler and shows what it set', async () => {
    const app = await run(
      onePage(
        COUNTER,
        '<button id="plus" bindtap="add" data-by="2">+</button><text id="n">{{n}}</text>',
      ),
    )
    await app.tap('plus')
    await app.tap('plus')
    expect(app.text('n')).toBe('4')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('a tap does nothing when bindtap was removed', async () => {
    const app = await run(
      onePage(COUNTER, '<button id="plus" data-by="2">+</button><text id="n">{{n}}</text>'),
    )
    await app.tap('plus')
    expect(app.text('n')).toBe('0')
    app.close()
  })

  it('a tap bubbles through bind, is stopped by catch, and is seen first by capture-bind', async () => {
    const inner = '<view id="in" bindtap="log"><text id="leaf">x</text></view>'
    const app = await run(
      onePage(
        COUNTER,
        `<view id="out" bindtap="log" capture-bind:tap="log"><view id="mid" catchtap="log">${inner}</view></view>`,
      ),
    )
    await app.tap('leaf')
    expect(logOf(app)).toEqual(['tap leaf out', 'tap leaf in', 'tap leaf mid'])
    app.close()
  })

  it('a tap does nothing on a disabled button', async () => {
    const app = await run(
      onePage(
        COUNTER,
        '<button id="plus" disabled bindtap="add" data-by="1">+</button><text id="n">{{n}}</text>',
      ),
    )
    await app.tap('plus')
    expect(app.text('n')).toBe('0')
    app.close()
  })

  it('a tap on an id that does not exist fails and names what is there', async () => {
    const app = await run(onePage(COUNTER, '<button id="plus" bindtap="add">+</button>'))
    expect(() => app.text('minus')).toThrow('There is no #minus on pages/a; there are: plus.')
    app.close()
  })

  it('a tap crosses custom components, whose own ids and events are found too', async () => {
    const app = await run(
      onePage(COUNTER, '<card id="card" bindtap="log"/>', {
        'pages/a.json': JSON.stringify({ usingComponents: { card: '/parts/card' } }),
        'parts/card.json': JSON.stringify({ component: true }),
        'parts/card.js': "Component({ methods: { inside() { console.log('inside') } } })",
        'parts/card.wxml': '<button id="deep" bindtap="inside">x</button>',
      }),
    )
    await app.tap('deep')
    expect(logOf(app)).toEqual(['inside', 'tap card card'])
    app.close()
  })
})
