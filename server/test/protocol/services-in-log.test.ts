import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PUSH_TOKEN, pushQuery } from '../kit/push-query'
import { openTestServer, type TestServer } from '../kit/test-server'

const SECRET = '0123456789abcdef0123456789abcdef'
const CODE = 'code-of-a-person'
const PHONE = '13912345678'
const SILENT = '/hserve/v2.5/idp/wechat/silent-login/'

/** What stands in for WeChat, and for the hook of text messages: each answers what a test sets. */
let wechat: object = {}
let hookStatus = 200
let outside: Server
let server: TestServer
let log: jest.SpyInstance

beforeAll(async () => {
  outside = createServer((request, response) => {
    if (request.url?.startsWith('/sms') === true) response.writeHead(hookStatus).end('123456')
    else response.end(JSON.stringify(wechat))
  }).listen(0, '127.0.0.1')
  await once(outside, 'listening')
  const url = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
  // Fastify's logger takes the stream when it is made.
  log = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  server = await openTestServer({
    LOG_LEVEL: 'warn',
    WECHAT_API_BASE: url,
    WECHAT_SECRET: SECRET,
    SMS_HOOK_URL: `${url}/sms`,
    WECHAT_PUSH_TOKEN: PUSH_TOKEN,
    WECHAT_PUSH_AES_KEY: 'A'.repeat(43),
  })
}, 120_000)
afterAll(async () => {
  await server.close()
  log.mockRestore()
  outside.close()
})
beforeEach(() => log.mockClear())

const logged = () => log.mock.calls.map(([line]) => String(line)).join('')
const signIn = () => server.call('POST', SILENT, { body: { code: CODE, create_user: true } })

describe('the log of a service outside that fails', () => {
  it.each([
    [40013, 'WECHAT_APPID is no AppID that WeChat knows'],
    [40125, 'WECHAT_SECRET is not the AppSecret of WECHAT_APPID'],
    [40164, 'add the address this server calls from to the list'],
    [99_999, 'look the number up in the documentation of this call'],
  ])(
    'the log of a service outside that fails has the errcode of WeChat, %s, and what helps',
    async (errcode, remedy) => {
      wechat = { errcode, errmsg: `refused ${CODE}` }
      expect((await signIn()).status).toBe(500)
      expect(logged()).toContain(
        `WeChat answered /sns/jscode2session with errcode ${errcode}: ${remedy}`,
      )
      expect(logged()).toContain('"type":"WechatRefusal"')
      for (const value of [CODE, SECRET]) expect(logged()).not.toContain(value)
    },
  )

  it('the log of a service outside that fails has that the app may have another AppID than the server', async () => {
    wechat = { errcode: 40029, errmsg: 'invalid code' }
    expect((await signIn()).body).toMatchObject({ error_code: 'wechat_code_invalid' })
    expect(logged()).toContain('built for another AppID than WECHAT_APPID')
    expect(logged().length).toBeLessThan(500)
    expect(logged()).not.toContain(CODE)
  })

  it('the log of a service outside that fails has the status of a text message hook, and no number', async () => {
    hookStatus = 401
    const path = '/hserve/v2.2/sms-verification-code/'
    expect(await server.call('POST', path, { body: { phone: PHONE } })).toMatchObject({
      status: 503,
      body: { error_code: 'sms_not_sent' },
    })
    expect(logged()).toContain('The hook for text messages answered 401')
    for (const value of [PHONE, '123456']) expect(logged()).not.toContain(value)
  })

  it('the log of a service outside that fails has what to set when pushes are not encrypted, or are signed with another token', async () => {
    const push = '/ext/v1/wechat/push/'
    const good = pushQuery(server.clock.now())
    const other = good.replace(/signature=\w+/, `signature=${'0'.repeat(40)}`)
    expect((await server.call('POST', `${push}?${good}`, { body: {} })).status).toBe(403)
    expect(logged()).toContain('WECHAT_PUSH_AES_KEY is set, and the pushes')
    expect((await server.call('GET', `${push}?${other}&echostr=1`)).status).toBe(403)
    expect(logged()).toContain('WECHAT_PUSH_TOKEN is not the Token')
  })

  it('the log of a service outside that fails has why WeChat was not reached', async () => {
    outside.closeAllConnections()
    outside.close()
    await once(outside, 'close')
    expect((await signIn()).body).toMatchObject({ error_code: 'wechat_unavailable' })
    expect(logged()).toContain('WeChat was not reached for /sns/jscode2session')
    expect(logged()).toContain('ECONNREFUSED')
    for (const value of [CODE, SECRET]) expect(logged()).not.toContain(value)
  })
})
