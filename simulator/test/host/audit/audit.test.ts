import { errorsOf, onePage, run } from '../bundle'

const GROWING = `Page({
  data: { text: '', items: [] },
  set(event) { this.setData({ text: 'x'.repeat(Number(event.currentTarget.dataset.size)) }) },
  grow(event) { this.setData({ items: Array.from({ length: Number(event.currentTarget.dataset.size) }, (_, n) => n) }) },
})`

const button = (handler: string, size: number) =>
  `<view id="go" bindtap="${handler}" data-size="${size}" />`

describe('the audit of a running app', () => {
  it('the audit of an app counts setData calls and their bytes', async () => {
    const app = await run(onePage(GROWING, button('set', 10)))
    await app.tap('go')
    await app.tap('go')
    const bytes = '{"text":"xxxxxxxxxx"}'.length
    expect(app.audit().setData).toEqual({ calls: 2, bytes: 2 * bytes, largest: bytes })
    expect(app.audit().findings).toEqual([])
    app.close()
  })

  it('the audit of an app reports one setData above 256 KB', async () => {
    const app = await run(onePage(GROWING, button('set', 256 * 1024)))
    await app.tap('go')
    expect(app.audit().findings).toEqual([
      'One setData carried 262155 bytes; at most 256 KB are fine.',
    ])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('setData above 1 MB is refused', async () => {
    const app = await run(
      onePage(GROWING, `${button('set', 1024 * 1024)}<text id="t">{{text}}</text>`),
    )
    await app.tap('go')
    expect(errorsOf(app)).toEqual(['Error: setData of 1048587 bytes exceeds the limit of 1 MB.'])
    expect(app.text('t')).toBe('')
    app.close()
  })

  it('the audit of an app counts nodes, depth and children of the page', async () => {
    const app = await run(
      onePage(
        GROWING,
        '<view><block wx:if="{{true}}"><view><text>a</text></view></block><view /></view>',
      ),
    )
    expect(app.audit().wxml).toEqual({ nodes: 5, depth: 4, mostChildren: 2 })
    app.close()
  })

  it('the audit of an app reports too many nodes and too many children', async () => {
    const list = '<view><view wx:for="{{items}}" wx:key="*this" /></view>'
    const app = await run(onePage(GROWING, `${button('grow', 1000)}${list}`))
    await app.tap('go')
    expect(app.audit().findings).toEqual([
      expect.stringMatching(/^A page has \d{4} nodes; fewer than 1000 are fine\.$/),
      'One node has 1000 children; at most 60 are fine.',
    ])
    app.close()
  })

  it('the audit of an app reports a tree that is too deep', async () => {
    const app = await run(onePage(GROWING, `${'<view>'.repeat(30)}${'</view>'.repeat(30)}`))
    expect(app.audit().findings).toEqual([expect.stringMatching(/deep; fewer than 30 are fine\.$/)])
    app.close()
  })

  it('the audit of an app remembers the largest page after the person has left it', async () => {
    const list = '<view><view wx:for="{{items}}" wx:key="*this" /></view>'
    const app = await run(
      onePage(GROWING, `${button('grow', 61)}${button('grow', 1).replace('go', 'less')}${list}`),
    )
    await app.tap('go')
    await app.tap('less')
    expect(app.audit().wxml.mostChildren).toBeLessThan(10)
    expect(app.audit().findings).toEqual(['One node has 61 children; at most 60 are fine.'])
    app.close()
  })
})
