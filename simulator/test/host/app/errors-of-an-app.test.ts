import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { errorsOf, logOf, onePage, run } from '../bundle'

const require = createRequire(import.meta.url)

describe('errors of a mini-program', () => {
  // In a process of its own: Jest takes unhandled rejections for itself and fails the test they fall into.
  const seenOf = async (onLoad: string): Promise<unknown> => {
    const script = require.resolve('./rejecting-app.ts')
    const command = ['--import', 'tsx', script, onLoad]
    return JSON.parse((await promisify(execFile)(process.execPath, command)).stdout)
  }

  it("a mini-program's unhandled rejection is reported to onUnhandledRejection of App and wx, and not to onError", async () => {
    expect(await seenOf("Promise.reject(new Error('lost'))")).toEqual({
      errors: [{ where: 'unhandled rejection', error: 'Error: lost' }],
      log: ['App lost true', 'wx lost'],
    })
  }, 20_000)

  it('a refusal of wx that a mini-program neither catches nor takes by callbacks is an unhandled rejection', async () => {
    const errMsg = 'navigateTo:fail page "pages/none" is not found'
    expect(await seenOf("wx.navigateTo({ url: '/pages/none' })")).toEqual({
      errors: [{ where: 'unhandled rejection', error: '[object Object]' }],
      log: [`App ${errMsg} true`, `wx ${errMsg}`],
    })
  }, 20_000)

  it('a rejection of the script that runs a mini-program ends its process, as without one', async () => {
    const command = ['--import', 'tsx', require.resolve('./rejecting-host.ts')]
    await expect(promisify(execFile)(process.execPath, command)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('an expectation of the script') as unknown,
    })
  }, 20_000)

  it("a mini-program's uncaught error is reported to App.onError and wx.onError", async () => {
    const app = await run({
      ...onePage("Page({ onLoad() { throw new Error('thrown') } })"),
      'app.js':
        "wx.onError(({ message }) => console.log('wx', message.split('\\n')[0])); App({ onError(message) { console.log('app', message.split('\\n')[0]) } })",
    })
    expect(errorsOf(app)).toEqual(['Error: thrown'])
    expect(logOf(app)).toEqual(['app Error: thrown', 'wx Error: thrown'])
    app.close()
  })

  it.each([
    ["new Error('thrown')", /^Error: thrown\n +at .*pages\/a\.js:1/],
    ["'text'", /^text$/],
    ['undefined', /^undefined$/],
    ['{ errMsg: 1 }', /^\[object Object\]$/],
    ['Object.create(null)', /^\[object Object\]$/],
  ])(
    'an error of a mini-program reaches App.onError with its stack, whatever was thrown: %s',
    async (thrown, message) => {
      const app = await run({
        ...onePage(`Page({ onLoad() { throw ${thrown} } })`),
        'app.js': 'App({ onError(message) { console.log(message) } })',
      })
      expect(app.console[0]?.values[0]).toMatch(message)
      expect(app.errors).toHaveLength(1)
      app.close()
    },
  )

  it('a page that never called Page() is reported', async () => {
    const app = await run(onePage('const nothing = 1'))
    expect(errorsOf(app)).toEqual([
      'Error: Page "pages/a" is not registered: its script calls neither Page() nor Component().',
    ])
    app.close()
  })

  it('a wait in vain fails with what is on screen', async () => {
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
