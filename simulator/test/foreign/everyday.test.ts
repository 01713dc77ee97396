import { fileURLToPath } from 'node:url'
import { launch, type LaunchedApp } from '../../host/launch'
import { countingServers } from '../host/bundle'

const FOLDER = fileURLToPath(new URL('tiny/z', import.meta.url))

/** What the app has logged since the last time. */
const heard = async (app: LaunchedApp) => {
  await app.tap('show')
  const log = app.text('log').split('\n')
  await app.tap('clear')
  return log
}

describe('a mini-program that logs all it lives through', () => {
  let app: LaunchedApp
  beforeEach(async () => {
    app = await launch(FOLDER, { person: 'alice', simulator: countingServers() })
  })
  afterEach(() => app.close())
  const after = async (id: string) => {
    await heard(app)
    await app.tap(id)
    return heard(app)
  }

  it('a mini-program launches app, page and component in their order', async () => {
    const log = await heard(app)
    const told = log.map((line) => line.split(' ')[0]).filter((line) => !line?.startsWith('c.ob'))
    expect(told).toEqual([
      ...['App.onLaunch', 'App.onShow', 'c.created', 'c.attached', 'p.onLoad', 'p.onShow'],
      ...['c.pageShow', 'c.ready', 'p.onReady'],
    ])
    expect(log).toContain('c.observers x,5 number')
    expect(app.text('ls')).toBe('0:1;1:2;2:3;abc012k=1,j=2,')
  })

  it('a mini-program sets data at once, and its observers run later', async () => {
    expect(await after('sd')).toEqual([
      'p.before 0',
      'p.after 1 [1,9,3,null,null,6]{"a":{"b":2}}',
      'p.cb 1',
    ])
  })

  it('a mini-program is refused where WeChat refuses to navigate', async () => {
    expect(await after('toTabBad')).toEqual([
      'p.bad navigateTo:fail can not navigateTo a tabbar page',
    ])
    expect(await after('toNone')).toEqual(['p.none navigateTo:fail page "none/i" is not found'])
    expect(await after('switchBad')).toEqual([
      'p.switchBad switchTab:fail can not switch to no-tabBar page',
    ])
    expect(await after('back')).toEqual([
      'p.nb navigateBack:fail cannot navigate back at first page.',
    ])
  })

  it('a tap in a mini-program bubbles from inside out, with datasets and marks', async () => {
    expect(await after('inner')).toEqual([
      'p.capture outer',
      'p.inner target inner cur inner tap',
      'p.outer target inner cur outer ds {"x":null} {"fooBar":"1","foobar":2,"obj":{"a":{"b":1}}} mark {"m2":7,"m1":"a"}',
    ])
    expect(await after('stop')).toEqual(['p.capture outer', 'p.inner target stop cur stop tap'])
    expect(await after('fire')).toEqual([
      'p.custom {"a":1} type evt target c1 cur c1',
      'p.custom {"b":2} type ev2 target c1 cur c1',
    ])
  })

  it('a form of a mini-program collects every kind of field', async () => {
    expect(await after('submit')).toEqual([
      'p.submit {"in":"v","sw":true,"cg":["1"],"rg":"b","sl":30,"pk":"1","ta":"tt"} target form cur form',
    ])
  })

  it('the storage of a mini-program keeps what was set, and says what is not there', async () => {
    expect(await after('storage')).toEqual([
      'p.get string {"a":1,"d":null} missing "" u undefined',
      'p.promise function',
      'p.gs getStorage:fail data not found',
      'p.gs string getStorage:ok',
    ])
  })

  it('a mini-program takes a component away and makes a new one', async () => {
    expect(await after('toggle')).toEqual(['c.detached'])
    expect((await after('toggle')).map((line) => line.split(' ')[0])).toEqual([
      ...['c.created', 'c.observers', 'c.obs', 'c.attached', 'c.ready'],
    ])
  })

  it('a mini-program opens a page with its query undecoded', async () => {
    await app.tap('toQ')
    expect(await heard(app)).toContain('q.onLoad {"x":"1","y":"%E4%BD%A0","z":"a=b"} stack 2')
  })

  it('a mini-program goes on after a handler threw, which is reported', async () => {
    await app.tap('err')
    expect(app.errors.map(({ error }) => String(error))).toEqual(['Error: boom in tap'])
    expect(await after('sd')).toHaveLength(3)
  })
})
