import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { wechatTokens } from '../../src/db/schema-wechat'
import { createWechatClient, type WechatClient } from '../../src/wechat/client'
import { serverForFile } from '../kit/server-for-file'

const APPID = 'wx0123456789abcdef'
const OPENID = 'oPsRcx_P3jodYvPTn15sUWMDr_uc'
const PHONE = { phoneNumber: '+15550100', purePhoneNumber: '5550100', countryCode: 1 }

/** What WeChat answers at each path, by its reference. */
const ANSWERS: Readonly<Record<string, object>> = {
  '/sns/jscode2session': { openid: OPENID, session_key: 'a'.repeat(24), unionid: '' },
  '/cgi-bin/stable_token': { access_token: 'the token', expires_in: 7_200 },
  '/wxa/business/getuserphonenumber': {
    errcode: 0,
    phone_info: { ...PHONE, watermark: { appid: APPID } },
  },
  '/wxa/msg_sec_check': { errcode: 0, result: { suggest: 'review', label: 20006 } },
  '/wxa/media_check_async': { errcode: 0, trace_id: 'the trace' },
}

const sent: { method: string; url: string; body: unknown }[] = []
let answers = ANSWERS
/** While it is a list, answers wait in it. */
let held: (() => void)[] | null = null
const api = createServer((request, response) => {
  const { method = '', url = '' } = request
  void text(request).then((body) => {
    sent.push({ method, url, body: body === '' ? null : JSON.parse(body) })
    const path = new URL(url, 'http://wechat').pathname.replace('/prefix', '')
    const answer = () => void response.end(JSON.stringify(answers[path]))
    if (held === null) answer()
    else held.push(answer)
  })
})

const { server } = serverForFile()
let wechat: WechatClient
const newClient = (): WechatClient => {
  const { port } = api.address() as AddressInfo
  const settings = { ...server.context.settings.wechat, appid: APPID, secret: 'the secret' }
  return createWechatClient(
    { ...settings, apiBase: `http://127.0.0.1:${port}/prefix/` },
    server.context,
  )
}
beforeAll(async () => {
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
  wechat = newClient()
})
afterAll(() => new Promise((resolve) => api.close(resolve)))
beforeEach(() => {
  sent.length = 0
  answers = ANSWERS
})

const CALLS: Readonly<Record<string, () => Promise<unknown>>> = {
  '/sns/jscode2session': () => wechat.codeToSession('the code'),
  '/wxa/business/getuserphonenumber': () => wechat.phoneNumber('the code', OPENID),
  '/wxa/msg_sec_check': () => wechat.isRiskyText('some text', OPENID),
  '/wxa/media_check_async': () => wechat.checkImage('https://a.example/b.png', OPENID),
}

describe('the requests to WeChat', () => {
  it('the request that exchanges a login code has all four parameters in its address, and no body', async () => {
    const session = await wechat.codeToSession('the code')
    expect(session).toEqual({ openid: OPENID, sessionKey: 'a'.repeat(24), unionid: null })
    const query = `appid=${APPID}&secret=the+secret&js_code=the+code&grant_type=authorization_code`
    expect(sent).toEqual([
      { method: 'GET', url: `/prefix/sns/jscode2session?${query}`, body: null },
    ])
  })

  it('the requests that take an access token carry it in their address, and the rest in their body', async () => {
    const [exchange, check, censor] = [
      await wechat.phoneNumber('the code', OPENID),
      await wechat.isRiskyText('some text', OPENID),
      await wechat.checkImage('https://a.example/b.png', OPENID),
    ]
    expect(exchange).toMatchObject({ ...PHONE, countryCode: '1' })
    expect([check, censor]).toEqual([null, 'the trace'])
    const profile = { version: 2, scene: 1, openid: OPENID }
    const token = { grant_type: 'client_credential', appid: APPID, secret: 'the secret' }
    const image = { media_url: 'https://a.example/b.png', media_type: 2 }
    const withToken = '?access_token=the+token'
    expect(sent).toEqual(
      [
        ['cgi-bin/stable_token', { ...token, force_refresh: false }],
        [`wxa/business/getuserphonenumber${withToken}`, { code: 'the code', openid: OPENID }],
        [`wxa/msg_sec_check${withToken}`, { ...profile, content: 'some text' }],
        [`wxa/media_check_async${withToken}`, { ...profile, ...image }],
      ].map(([address, body]) => ({ method: 'POST', url: `/prefix/${address}`, body })),
    )
  })

  it.each(Object.entries(CALLS))(
    'the request to %s is answered 502 for what is no answer of that path',
    async (path, call) => {
      for (const answer of [{}, { errcode: 0 }, { errcode: 0, unknown: 'thing' }]) {
        answers = { ...ANSWERS, [path]: answer }
        await expect(call()).rejects.toMatchObject({ errorCode: 'wechat_answer_unknown' })
      }
    },
  )

  it('the request that fetches an access token first is answered 503 after seven and a half seconds in all', async () => {
    await server.context.db.delete(wechatTokens)
    const fresh = newClient()
    const answersHeld: (() => void)[] = (held = [])
    const until = async (count: number) => {
      while (answersHeld.length < count) await new Promise(setImmediate)
    }
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'Date'],
    })
    const phone = fresh.phoneNumber('the code', OPENID)
    const refused = expect(phone).rejects.toMatchObject({
      status: 503,
      details: { retry_after: 1 },
    })
    await until(1)
    jest.advanceTimersByTime(5_900)
    answersHeld[0]?.()
    await until(2)
    jest.advanceTimersByTime(1_600)
    await refused
    jest.useRealTimers()
    held = null
    answersHeld[1]?.()
  })
})
