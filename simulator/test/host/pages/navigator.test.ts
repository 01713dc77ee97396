import { errorsOf, logOf, run, type Sources } from '../bundle'

const bundle = (template: string): Sources => ({
  'app.json': JSON.stringify({
    pages: ['home', 'me', 'detail', 'other'],
    tabBar: { list: [{ pagePath: 'home' }, { pagePath: 'me' }] },
  }),
  'app.js': 'App({})',
  ...Object.fromEntries(
    ['home', 'me', 'detail', 'other'].flatMap((page) => [
      [
        `${page}.js`,
        "Page({ onLoad(query) { this.setData(query) }, log() { console.log('tap') } })",
      ],
      [`${page}.wxml`, `<text id="query">{{q}}</text>${template}`],
    ]),
  ),
})

/** Opens a page below it, taps what is there and returns the stack. */
const tapOn = async (template: string, url = '/home') => {
  const app = await run(bundle(template), { url })
  await app.tap('go')
  const seen = { stack: app.stack(), errors: errorsOf(app), log: logOf(app) }
  app.close()
  return seen
}

describe('a navigator', () => {
  it.each([
    ['url="/detail"', ['home', 'detail']],
    ['url="detail" open-type="navigate"', ['home', 'detail']],
    ['url="/other" open-type="redirect"', ['other']],
    ['url="/me" open-type="switchTab"', ['me']],
    ['url="/other" open-type="reLaunch"', ['other']],
  ])('a navigator with %s leads to %j', async (attributes, stack) => {
    const seen = await tapOn(`<navigator ${attributes}><text id="go">go</text></navigator>`)
    expect(seen).toEqual({ stack, errors: [], log: [] })
  })

  it('a navigator passes its query to the page, and leads back as many pages as delta says', async () => {
    const app = await run(
      bundle(
        `<navigator id="on" url="/detail?q=1" /><navigator id="back" open-type="navigateBack" delta="2" />`,
      ),
    )
    await app.tap('on')
    expect(app.text('query')).toBe('1')
    await app.tap('on')
    expect(app.stack()).toEqual(['home', 'detail', 'detail'])
    await app.tap('back')
    expect(app.stack()).toEqual(['home'])
    app.close()
  })

  it.each([
    ['url="/nowhere"', 'navigateTo:fail page "nowhere" is not found'],
    ['url="/me"', 'navigateTo:fail can not navigateTo a tabbar page'],
    ['url="/other" open-type="switchTab"', 'switchTab:fail can not switch to no-tabBar page'],
    ['open-type="page"', 'Error: navigator open-type="page" is not simulated.'],
  ])('a navigator with %s stays where it is, and says why', async (attributes, error) => {
    const seen = await tapOn(`<navigator id="go" ${attributes} />`)
    expect(seen).toEqual({ stack: ['home'], errors: [error], log: [] })
  })

  it('a navigator is not reached by a tap that something inside it catches', async () => {
    const button = (bind: string) =>
      `<navigator url="/detail"><view id="go" ${bind}="log" /></navigator>`
    expect(await tapOn(button('bindtap'))).toMatchObject({
      stack: ['home', 'detail'],
      log: ['tap'],
    })
    expect(await tapOn(button('catchtap'))).toMatchObject({ stack: ['home'], log: ['tap'] })
  })
})
