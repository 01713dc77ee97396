import { createSimulatorApp } from '../../app'
import type { Apps, Bound } from '../../platform/apps'
import { createPlatform } from '../../platform/platform'

const tourist = 'touristappid'
const listed = 'wx0123456789abcdef'

const open = async (apps: Apps = { kind: 'any' }, bound: Bound = 'every-app') => {
  const platform = createPlatform({ seed: 'tests', now: () => 0, apps, bound })
  const app = await createSimulatorApp(platform)
  const exchange = async (query: Record<string, string>) => {
    const whole = { appid: tourist, secret: 's', grant_type: 'authorization_code', ...query }
    const answer = await app.inject({ method: 'GET', url: '/sns/jscode2session', query: whole })
    return { status: answer.statusCode, type: answer.headers['content-type'], body: answer.json() }
  }
  const code = () => platform.login('alice', { kind: 'first-redeemer' })
  return { app, platform, exchange, code }
}

test.each<[Bound, boolean]>([
  ['no-app', false],
  [[listed], false],
  [[tourist], true],
])('a person has a unionid in the apps that are bound: %j', async (bound, has) => {
  const { exchange, code } = await open({ kind: 'any' }, bound)
  const { body } = await exchange({ js_code: code() })
  expect('unionid' in body).toBe(has)
})

test('code2session answers session_key, openid and unionid, without errcode', async () => {
  const { exchange, code } = await open()
  const { status, body } = await exchange({ js_code: code() })
  expect(status).toBe(200)
  expect(Object.keys(body).sort()).toEqual(['openid', 'session_key', 'unionid'])
})

test('the JSON of code2session calls itself text/plain, as WeChat’s does', async () => {
  const { exchange, code } = await open()
  expect((await exchange({ js_code: code() })).type).toMatch(/^text\/plain/)
  expect((await exchange({ js_code: 'unknown' })).type).toMatch(/^text\/plain/)
})

test.each([
  ['an invented code', { js_code: 'invented' }, 40029, 'invalid code'],
  ['no code', {}, 41008, 'missing code'],
  ['no AppID', { appid: '' }, 41002, 'appid missing'],
  ['a malformed AppID', { appid: 'wx123' }, 40013, 'invalid appid'],
  ['no secret', { secret: '' }, 41004, 'appsecret missing'],
  ['another grant type', { grant_type: 'password' }, 40002, 'invalid grant_type'],
])('code2session refuses %s by errcode, as HTTP 200', async (_what, query, errcode, message) => {
  const { exchange } = await open()
  const { status, body } = await exchange(query as Record<string, string>)
  expect(status).toBe(200)
  expect(body).toEqual({ errcode, errmsg: expect.stringMatching(`^${message}, rid: `) })
})

test('code2session refuses a used code with 40163, an expired one with 40029', async () => {
  const { exchange, code, platform } = await open()
  const used = code()
  const expired = code()
  await exchange({ js_code: used })
  expect((await exchange({ js_code: used })).body.errcode).toBe(40163)
  platform.clock.advance(300_000)
  expect((await exchange({ js_code: expired })).body.errcode).toBe(40029)
})

test('no app exists beside the configured ones, each of which has its own secret', async () => {
  const { exchange, code } = await open({
    kind: 'listed',
    apps: [{ appid: listed, secret: 'right' }],
  })
  const js_code = code()
  expect((await exchange({ js_code })).body.errcode).toBe(40013)
  expect((await exchange({ js_code, appid: listed, secret: 'wrong' })).body.errcode).toBe(40125)
  expect((await exchange({ js_code, appid: listed, secret: 'right' })).body).toHaveProperty(
    'openid',
  )
})

test('a high-risk person is refused by code2session with 40226', async () => {
  const { exchange, code, platform } = await open()
  platform.profiles.amend('alice', { standing: 'high-risk' })
  expect((await exchange({ js_code: code() })).body).toMatchObject({
    errcode: 40226,
    errmsg: expect.stringMatching(/^code blocked/),
  })
})

test('an address WeChat does not have is answered with 40066', async () => {
  const { app } = await open()
  const answer = await app.inject({ method: 'GET', url: '/sns/nothing' })
  expect(answer.json().errcode).toBe(40066)
})
