import { TEST_BUNDLE } from '../../scripts/build/test-bundle'
import { connectSimulator, type Files, filesIn, launch } from '../../simulator/index'

/** Nothing listens on port 1. */
const NOBODY = 'http://127.0.0.1:1'
const HOME = 'pages/home/index.js'
const bundle = filesIn(TEST_BUNDLE)

/** The built bundle with one file changed; refuses a change that changes nothing. */
const mutated = (path: string, change: (source: string) => string): Files => {
  const before = bundle.read(path) ?? ''
  const after = change(before)
  if (after === before) throw new Error(`The mutation of ${path} changed nothing.`)
  return { ...bundle, read: (name) => (name === path ? after : bundle.read(name)) }
}

/** Launches without a backend and counts what reaches WeChat. */
const launchAlone = async (files: Files) => {
  let logins = 0
  const wechat = {
    ...connectSimulator(NOBODY),
    loginCode: async () => ({ code: `code-${(logins += 1)}` }),
  }
  const app = await launch(files, {
    person: 'alice',
    simulator: wechat,
    hosts: { '127.0.0.1:8787': '127.0.0.1:1' },
  })
  return { app, logins: () => logins }
}

describe('the host, given a broken bundle', () => {
  it('the host finds nothing wrong with the bundle as built', async () => {
    const { app, logins } = await launchAlone(bundle)
    const before = logins()
    await app.tap('session-retry')
    expect(app.errors).toEqual([])
    expect(logins()).toBe(before + 1)
    app.close()
  })

  it.each([
    ['fetch("https://example.com")', 'ReferenceError: fetch is not defined'],
    ['new URL("a:b")', 'ReferenceError: URL is not defined'],
    ['document.title', "TypeError: Cannot read properties of undefined (reading 'title')"],
    ['process.env.A', 'ReferenceError: process is not defined'],
  ])('the host reports a page that uses %s', async (code, fault) => {
    const { app } = await launchAlone(mutated(HOME, (source) => `${code};${source}`))
    expect(app.errors.map(({ error }) => String(error))).toContain(fault)
    app.close()
  })

  it('the host shows that nothing happens when bindtap is gone', async () => {
    const { app, logins } = await launchAlone(
      mutated('base.wxml', (source) => source.replaceAll('bindtap="eh"', '')),
    )
    const before = logins()
    await app.tap('session-retry')
    expect(logins()).toBe(before)
    app.close()
  })

  it('the host reports a React without the internals that React 19 removed', async () => {
    const { app } = await launchAlone(
      mutated('vendors.js', (source) =>
        source.replace(/\.__SECRET_INTERNALS_\w+=/, '.__CLIENT_INTERNALS_OF_REACT_19='),
      ),
    )
    expect(app.errors.map(({ error }) => String(error))).toContainEqual(
      expect.stringMatching(/^TypeError: .*ReactCurrent(Owner|BatchConfig)/),
    )
    app.close()
  })
})
