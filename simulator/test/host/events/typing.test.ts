import { createManualClock } from '../../../wx/phone/clock'
import { errorsOf, logOf, onePage, run } from '../bundle'

const KEYS = `Page({
  data: { text: '' },
  key({ detail }) { console.log(detail.value, detail.cursor) },
})`
const FIELD = '<input id="field" bindinput="key" />'

/** A page that sets the value back on every key, as Taro's FormElement does. */
const ECHO = `Page({
  data: { text: '' },
  key({ detail }) { console.log(detail.value); this.setData({ text: detail.value }) },
})`
const BOUND = '<input id="field" value="{{text}}" bindinput="key" />'

const SLOW = { setDataMs: 50, eventMs: 0 }

describe('typing key by key', () => {
  it('typing sends the page every key, with the clock of the phone between two', async () => {
    const clock = createManualClock(0)
    const app = await run(onePage(KEYS, FIELD), { clock })
    const began = clock.now()
    await app.type('field', 'abc', { ms: 20 })
    expect(logOf(app)).toEqual(['a 1', 'ab 2', 'abc 3'])
    expect(clock.now() - began).toBe(60)
    app.close()
  })

  it('typing deletes in the middle, pastes at the cursor, and counts a smiley as one key', async () => {
    const app = await run(onePage(KEYS, FIELD), { clock: createManualClock(0) })
    await app.type('field', [
      { kind: 'text', text: 'ab😀d' },
      { kind: 'move', to: 3 },
      { kind: 'delete' },
      { kind: 'paste', text: 'xyz' },
    ])
    expect(logOf(app).slice(-2)).toEqual(['abd 2', 'abxyzd 5'])
    expect(app.value('field')).toBe('abxyzd')
    app.close()
  })

  it('typing by an input method composes letters first, then the words in their place', async () => {
    const app = await run(onePage(KEYS, FIELD), { clock: createManualClock(0) })
    await app.type('field', [
      { kind: 'text', text: 'a' },
      { kind: 'compose', keys: 'ni', text: '你' },
    ])
    expect(logOf(app)).toEqual(['a 1', 'an 2', 'ani 3', 'a你 2'])
    app.close()
  })

  it('typing stays whole when setData is as fast as the fingers', async () => {
    const clock = createManualClock(0)
    const app = await run(onePage(ECHO, BOUND), { clock })
    await app.type('field', 'hello', { ms: 10 })
    expect(app.value('field')).toBe('hello')
    app.close()
  })

  it('typing loses keys on a slow phone in a page that sets every key back', async () => {
    const clock = createManualClock(0)
    const app = await run(onePage(ECHO, BOUND), { clock, device: { speed: SLOW } })
    await app.type('field', 'hello', { ms: 20 })
    expect(app.value('field')).not.toBe('hello')
    app.close()
  })

  it('typing loses no key on a slow phone in a page that sets nothing back', async () => {
    const device = { speed: { setDataMs: 200, eventMs: 60 } }
    const app = await run(onePage(KEYS, FIELD), { clock: createManualClock(0), device })
    await app.type('field', 'hello', { ms: 10 })
    expect(app.value('field')).toBe('hello')
    expect(logOf(app)).toHaveLength(5)
    app.close()
  })

  it('the page receives keys one after the other on a slow processor', async () => {
    const clock = createManualClock(0)
    const page = `Page({ key() { console.log(Date.now()) } })`
    const device = { speed: { setDataMs: 0, eventMs: 100 } }
    const app = await run(onePage(page, FIELD), { clock, device })
    await app.type('field', 'abc', { ms: 10 })
    const [first = 0, second = 0, third = 0] = logOf(app).map(Number)
    expect([second - first, third - second]).toEqual([100, 100])
    app.close()
  })

  it('typing puts what bindinput returns in the place of the text', async () => {
    const page = `Page({ key({ detail }) { return detail.value.toUpperCase() } })`
    const app = await run(onePage(page, FIELD), { clock: createManualClock(0) })
    await app.type('field', 'abc')
    expect(app.value('field')).toBe('ABC')
    app.close()
  })

  it('typing writes to the data of a model binding', async () => {
    const app = await run(
      onePage(
        `Page({ data: { text: '' } })`,
        '<input id="field" model:value="{{text}}" /><view id="text">{{text}}</view>',
      ),
      { clock: createManualClock(0) },
    )
    await app.type('field', 'abc')
    expect(app.text('text')).toBe('abc')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })
})
