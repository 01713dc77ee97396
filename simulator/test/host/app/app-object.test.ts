import { errorsOf, logOf, onePage, run } from '../bundle'

describe('getApp', () => {
  it('getApp returns nothing before App(), and with allowDefault an object that App() then fills', async () => {
    const script = `
      console.log(getApp(), typeof getApp({ allowDefault: true }))
      const early = getApp({ allowDefault: true })
      early.kept = 1
      early.name = 'early'
      App({ name: 'app', onLaunch() { console.log(getApp() === early, this.name, this.kept) } })`
    const app = await run(onePage('Page({})', '<view/>', { 'app.js': script }))
    expect(logOf(app)).toEqual([' object', 'true app 1'])
    app.close()
  })
})

describe('__wxConfig', () => {
  it.each(['develop', 'trial', 'release'] as const)(
    '__wxConfig says in every script which version runs: %s',
    async (version) => {
      const look =
        'console.log(__wxConfig.envVersion, __wxConfig.accountInfo.appId, __wxConfig.pages)'
      const app = await run(
        onePage(`${look}; Page({})`, '<view/>', { 'app.js': `${look}; App({})` }),
        {
          registration: { version },
        },
      )
      expect(logOf(app)).toEqual([0, 1].map(() => `${version} touristappid pages/a`))
      expect(errorsOf(app)).toEqual([])
      app.close()
    },
  )
})

describe('globals that are not simulated', () => {
  it.each([
    ["requirePlugin('p').open()", 'requirePlugin is not simulated.'],
    ["requireMiniProgram('p')", 'requireMiniProgram is not simulated.'],
    ["WXWebAssembly.instantiate('/a.wasm')", 'WXWebAssembly.instantiate is not simulated.'],
  ])('the globals that are not simulated throw by their name: %s', async (call, sentence) => {
    const app = await run(onePage(`Page({ onLoad() { ${call} } })`))
    expect(errorsOf(app)).toEqual([`Error: ${sentence}`])
    app.close()
  })
})
