import { errorsOf, logOf, onePage, run } from '../bundle'

const METHODS = [
  ...['assert', 'clear', 'count', 'debug', 'dir', 'error', 'group', 'groupCollapsed', 'groupEnd'],
  ...['info', 'log', 'table', 'time', 'timeEnd', 'trace', 'warn'],
]

describe('the console of a mini-program', () => {
  it('the console of a mini-program has the methods that DevTools has', async () => {
    const calls = METHODS.map((name) => `console.${name}('${name}')`)
    const app = await run(onePage(`Page({ onLoad() { ${calls.join(';')} } })`))
    expect(errorsOf(app)).toEqual([])
    expect(logOf(app)).toEqual([
      ...['debug', 'dir', 'error', 'group', 'groupCollapsed', 'info', 'log', 'table', 'trace'],
      'warn',
    ])
    app.close()
  })

  it('the console of a mini-program reports an assertion that does not hold', async () => {
    const app = await run(onePage("Page({ onLoad() { console.assert(1 > 2, 'sum', 3) } })"))
    expect(logOf(app)).toEqual(['Assertion failed: sum 3'])
    expect(app.console[0]?.level).toBe('error')
    app.close()
  })

  it('the console, the calls and the errors of an app that never rests stay within their limits', async () => {
    const app = await run(
      onePage(`Page({ onLoad() {
        for (let n = 0; n < 1200; n += 1) console.log(n)
        for (let n = 0; n < 300; n += 1) setTimeout(() => { throw new Error('number ' + n) })
      } })`),
    )
    expect(app.console).toHaveLength(1000)
    expect(logOf(app).at(-1)).toBe('1199')
    expect(app.errors).toHaveLength(200)
    expect(errorsOf(app)[0]).toBe('Error: number 0')
    app.close()
  })
})
