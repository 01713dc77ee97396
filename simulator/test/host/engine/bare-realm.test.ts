import { errorsOf, logOf, onePage, run } from '../bundle'

const inOnLoad = (code: string) => onePage(`Page({ onLoad() { ${code} } })`)

describe('the logic layer', () => {
  it.each([
    ["fetch('https://example.com')", 'fetch'],
    ["new URL('https://example.com')", 'URL'],
    ['process.env.TARO_APP_X', 'process'],
    ['Buffer.from("a")', 'Buffer'],
    ['new TextEncoder()', 'TextEncoder'],
    ['queueMicrotask(() => {})', 'queueMicrotask'],
  ])('the logic layer has no name for %s', async (code, name) => {
    const app = await run(inOnLoad(code))
    expect(errorsOf(app)).toEqual([`ReferenceError: ${name} is not defined`])
    app.close()
  })

  it.each(['window', 'document', 'self', 'localStorage', 'XMLHttpRequest', 'WebSocket'])(
    'the logic layer knows %s as undefined, and a file may declare it',
    async (name) => {
      const app = await run(
        onePage(
          `((root) => console.log(typeof root))(${name}); Page({ onLoad() { console.log(require('./own'), ${name}.a) } })`,
          '<view/>',
          { 'pages/own.js': `const ${name} = 7; module.exports = ${name}` },
        ),
      )
      expect(logOf(app)).toEqual(['undefined'])
      expect(errorsOf(app)).toEqual([expect.stringContaining('TypeError: Cannot read properties')])
      app.close()
    },
  )

  it.each(["eval('1')", "new Function('return 1')()", "Function('a', 'return a')(1)"])(
    'the logic layer runs no code from strings: %s',
    async (code) => {
      const app = await run(inOnLoad(code))
      expect(errorsOf(app)).toEqual([expect.stringContaining('EvalError')])
      app.close()
    },
  )

  it("the logic layer lets new Function('return this') return the global object", async () => {
    const app = await run(inOnLoad("console.log(new Function('return this')() === globalThis)"))
    expect(logOf(app)).toEqual(['true'])
    app.close()
  })

  it('the logic layer passes on data whose constructors are its own', async () => {
    const app = await run(
      inOnLoad(
        "const info = wx.getWindowInfo(); console.log(info.constructor === Object, info.safeArea instanceof Object); wx.setStorageSync('a', [1]); console.log(wx.getStorageSync('a') instanceof Array); wx.setStorageSync('d', new Date(7)); console.log(wx.getStorageSync('d') instanceof Date, +wx.getStorageSync('d'))",
      ),
    )
    expect(logOf(app)).toEqual(['true true', 'true', 'true 7'])
    app.close()
  })

  it('the logic layer numbers the ids of timers and reports what they throw', async () => {
    const app = await run(
      inOnLoad(
        "console.log(typeof setTimeout(() => { throw new Error('late') }, 0)); clearTimeout(setTimeout(() => console.log('never'), 0))",
      ),
    )
    expect(logOf(app)).toEqual(['number'])
    expect(errorsOf(app)).toEqual(['Error: late'])
    app.close()
  })
})
