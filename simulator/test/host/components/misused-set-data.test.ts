import { errorsOf, logOf, onePage, run } from '../bundle'

const open = (call: string) =>
  run(
    onePage(
      `Page({ data: { n: 1 }, go() { ${call}; this.setData({ n: this.data.n + 1 }); console.log('went on') } })`,
      '<view id="go" bindtap="go">{{n}}</view>',
    ),
  )

describe('setData with what it does not take', () => {
  it.each([
    ['', 'Undefined'],
    ['null', 'Null'],
    ['[1]', 'Array'],
    ["'n'", 'String'],
    ['() => {}', 'Function'],
  ])('setData of (%s) is said to be wrong, and the handler goes on', async (given, type) => {
    const app = await open(`this.setData(${given})`)
    await app.tap('go')
    expect(logOf(app)).toEqual([`setData accepts an Object rather than some ${type}`, 'went on'])
    expect(app.console[0]?.level).toBe('error')
    expect(app.text('go')).toBe('2')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('setData of a circle is reported, and the handler goes on', async () => {
    const app = await open('const a = {}; a.a = a; this.setData({ a })')
    await app.tap('go')
    expect(errorsOf(app)).toEqual([expect.stringContaining('circular structure')])
    expect(logOf(app)).toEqual(['went on'])
    app.close()
  })
})
