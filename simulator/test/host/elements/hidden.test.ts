import { errorsOf, logOf, onePage, run } from '../bundle'

const PAGE = `Page({
  data: { off: true },
  show() { this.setData({ off: false }) },
  hit({ currentTarget }) { console.log(currentTarget.id) },
})`

describe('what is hidden', () => {
  it('the hidden part of a page is neither read nor tapped, until it is shown', async () => {
    const app = await run(
      onePage(
        PAGE,
        `<view id="show" bindtap="show">show</view>
        <view id="outer" hidden="{{off}}"><c><text id="inner" bindtap="hit">inside</text></c></view>`,
        {
          'pages/a.json': '{"usingComponents":{"c":"./c"}}',
          'pages/c.js': 'Component({})',
          'pages/c.json': '{"component":true}',
          'pages/c.wxml': '<view> component <slot/></view>',
        },
      ),
    )
    const words = () => app.text().split(/\s+/).join(' ').trim()
    expect(words()).toBe('show')
    expect(app.text('outer')).toBe('')
    expect(app.leaves().map(({ id }) => id)).toEqual(['show'])
    await app.tap('inner')
    expect(logOf(app)).toEqual([])

    await app.tap('show')
    expect(words()).toBe('show component inside')
    await app.tap('inner')
    expect(logOf(app)).toEqual(['inner'])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it.each([
    ['hidden', ''],
    ['hidden="{{true}}"', ''],
    ['hidden="{{false}}"', 'text'],
    ['hidden="{{none}}"', 'text'],
    ['hidden="{{null}}"', 'text'],
    ['', 'text'],
  ])('a hidden element says so by any value but false and none: %s', async (attribute, text) => {
    const app = await run(onePage('Page({})', `<view id="v" ${attribute}>text</view>`))
    expect(app.text('v')).toBe(text)
    app.close()
  })
})
