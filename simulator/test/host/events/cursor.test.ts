import { createScreen } from '../../../wx/screen/screen'
import { errorsOf, logOf, onePage, run } from '../bundle'

const PAGE = `Page({
  data: { a: false, b: false, there: false },
  log({ type, currentTarget, detail }) { console.log(type, currentTarget.id, detail.value) },
  set({ currentTarget }) { this.setData(currentTarget.dataset.to) },
})`
const field = (id: string, attributes: string) =>
  `<input id="${id}" value="v" bindfocus="log" bindblur="log" ${attributes} />`
const setter = (id: string, to: string) =>
  `<view id="${id}" bindtap="set" data-to="{{ {${to}} }}" />`
const TEMPLATE = [
  field('a', 'focus="{{a}}"'),
  field('b', 'focus="{{b}}"'),
  `<block wx:if="{{there}}">${field('c', 'focus')}</block>`,
  ...[setter('onA', 'a: true'), setter('offA', 'a: false'), setter('onB', 'b: true')],
  ...[setter('both', 'a: true, b: true'), setter('add', 'there: true'), '<view id="beside" />'],
].join('')

const after = async (...taps: readonly string[]) => {
  const app = await run(onePage(PAGE, TEMPLATE))
  for (const id of taps) await app.tap(id)
  const heard = logOf(app)
  expect(errorsOf(app)).toEqual([])
  app.close()
  return heard
}

describe('the cursor', () => {
  it.each([
    [['onA'], ['focus a v']],
    [
      ['onA', 'onA'],
      ['focus a v', 'blur a v'],
    ],
    [
      ['onA', 'onB'],
      ['focus a v', 'blur a v', 'focus b v'],
    ],
    [['both'], ['focus a v', 'blur a v', 'focus b v']],
    [['add'], ['focus c v']],
    [['a'], ['focus a v']],
    [['a', 'a'], ['focus a v']],
    [
      ['a', 'b'],
      ['focus a v', 'blur a v', 'focus b v'],
    ],
    [
      ['a', 'beside'],
      ['focus a v', 'blur a v'],
    ],
    [['offA'], []],
  ])('the cursor goes where templates and fingers put it: %j', async (taps, heard) => {
    expect(await after(...taps)).toEqual(heard)
  })

  it('the cursor leaves a field whose focus turns false', async () => {
    const page = `Page({
      data: { focus: true },
      log({ type }) { console.log(type); if (type === 'focus') this.setData({ focus: false }) },
    })`
    const app = await run(onePage(page, field('a', 'focus="{{focus}}"')))
    expect(logOf(app)).toEqual(['focus', 'blur'])
    app.close()
  })

  it.each(['auto-focus', 'auto-focus="{{true}}"', 'focus'])(
    'the cursor is in a field with %s when the page opens',
    async (attributes) => {
      const app = await run(onePage(PAGE, field('a', attributes)))
      expect(logOf(app)).toEqual(['focus a v'])
      app.close()
    },
  )

  it('the cursor is moved once by a person who types where it is', async () => {
    const app = await run(onePage(PAGE, field('a', 'focus')))
    await app.type('a', 'x')
    await app.input('a', 'y')
    expect(logOf(app)).toEqual(['focus a v', 'blur a vx', 'focus a vx', 'blur a y'])
    app.close()
  })

  it('the cursor enters neither a disabled field nor one under a mask', async () => {
    const screen = createScreen()
    const template = field('a', 'focus disabled') + field('b', '')
    const app = await run(onePage(PAGE, template), { screen })
    screen.set({ loading: { title: '', mask: true } })
    await app.tap('b')
    expect(logOf(app)).toEqual([])
    app.close()
  })

  it.each([
    ['<view id="act" bindtap="hide" />', ['focus a v', 'blur a v', 'hideKeyboard:ok']],
    ['', ['focus a v', 'confirm a v', 'blur a v']],
    ['confirm-hold', ['focus a v', 'confirm a v']],
  ])(
    'the cursor leaves when the keyboard is hidden by the app or by its confirm key: %s',
    async (given, heard) => {
      const hides = given.startsWith('<')
      const page = PAGE.replace(
        'data:',
        'hide() { wx.hideKeyboard({ success: ({ errMsg }) => console.log(errMsg) }) }, data:',
      )
      const template = `${field('a', `auto-focus bindconfirm="log" ${hides ? '' : given}`)}${hides ? given : ''}`
      const app = await run(onePage(page, template))
      if (hides) await app.tap('act')
      else await app.confirm('a')
      expect(logOf(app)).toEqual(heard)
      app.close()
    },
  )
})
