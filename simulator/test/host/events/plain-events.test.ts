import { errorsOf, logOf, onePage, run } from '../bundle'

const PAGE = `Page({ log(event) { console.log(JSON.stringify(event)); console.log(Object.keys({ ...event }).join()) } })`

describe('events', () => {
  it('the events are plain data: own properties, without a circle', async () => {
    const app = await run(
      onePage(PAGE, '<view id="outer" data-a="1" bindtap="log" mark:m="x"><view id="t" /></view>'),
    )
    await app.tap('t')
    const [text = '', keys] = logOf(app)
    const event: unknown = JSON.parse(text)
    expect(event).toMatchObject({
      type: 'tap',
      target: { id: 't', dataset: {} },
      currentTarget: { id: 'outer', dataset: { a: '1' } },
      mark: { m: 'x' },
      detail: { x: 0, y: 0 },
    })
    expect(keys).toBe('type,timeStamp,target,currentTarget,mark,touches,changedTouches,detail')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('the events of custom components carry their detail, and a target that is data too', async () => {
    const app = await run(
      onePage(PAGE, '<my id="c" data-k="v" bind:done="log" />', {
        'pages/a.json': '{"usingComponents":{"my":"./my"}}',
        'pages/my.json': '{"component":true}',
        'pages/my.wxml': '<view id="in" bindtap="tell" />',
        'pages/my.js': 'Component({ methods: { tell() { this.triggerEvent("done", { n: 1 }) } } })',
      }),
    )
    await app.tap('in')
    expect(JSON.parse(logOf(app)[0] ?? '')).toMatchObject({
      type: 'done',
      detail: { n: 1 },
      target: { id: 'c', dataset: { k: 'v' } },
    })
    app.close()
  })

  it('the events reach a component with a property called dataset, id or class', async () => {
    const app = await run(
      onePage(PAGE, '<my id="c" dataset="{{1}}" bind:done="log" />', {
        'pages/a.json': '{"usingComponents":{"my":"./my"}}',
        'pages/my.json': '{"component":true}',
        'pages/my.wxml': '<view id="in" bindtap="tell">{{dataset}}</view>',
        'pages/my.js':
          'Component({ properties: { dataset: Number, id: String, class: String }, methods: { tell() { this.triggerEvent("done") } } })',
      }),
    )
    expect(app.text('in')).toBe('1')
    await app.tap('in')
    expect(logOf(app)).toHaveLength(2)
    expect(errorsOf(app)).toEqual([])
    app.close()
  })
})
