import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { errorsOf, logOf, onePage, run } from './bundle'

const require = createRequire(import.meta.url)

describe('errors of a mini-program', () => {
  // In a process of its own: Jest takes unhandled rejections for itself and fails the test they fall into.
  it('reports a rejected promise that nothing handled to onUnhandledRejection of App and wx, and not to onError', async () => {
    const script = require.resolve('./rejecting-app.ts')
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script])
    expect(JSON.parse(stdout)).toEqual({
      errors: [{ where: 'unhandled rejection', error: 'Error: lost' }],
      log: ['App lost true', 'wx lost'],
    })
  }, 20_000)

  it('reports an uncaught error to App.onError and wx.onError', async () => {
    const app = await run({
      ...onePage("Page({ onLoad() { throw new Error('thrown') } })"),
      'app.js':
        "wx.onError(({ message }) => console.log('wx', message.split('\\n')[0])); App({ onError(message) { console.log('app', message.split('\\n')[0]) } })",
    })
    expect(errorsOf(app)).toEqual(['Error: thrown'])
    expect(logOf(app)).toEqual(['app Error: thrown', 'wx Error: thrown'])
    app.close()
  })

  it('reports a page that never called Page()', async () => {
    const app = await run(onePage('const nothing = 1'))
    expect(errorsOf(app)).toEqual([
      'Error: Page "pages/a" is not registered: its script calls neither Page() nor Component().',
    ])
    app.close()
  })

  it('says what is on screen when it waited in vain', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] })
    const app = run(onePage('Page({})', '<text>Hello</text>'))
    await jest.advanceTimersByTimeAsync(10)
    const waiting = (await app).until(() => false)
    const refused = expect(waiting).rejects.toThrow(
      'On screen is pages/a: "Hello"; uncaught errors: none.',
    )
    await jest.advanceTimersByTimeAsync(8000)
    await refused
    jest.useRealTimers()
  })
})
