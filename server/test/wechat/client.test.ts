import { wechatTokens } from '../../src/db/schema-wechat'
import { ApiError } from '../../src/errors'
import { createWechatClient, type WechatClient } from '../../src/wechat/client'
import { openTestServer, type TestServer } from '../kit/test-server'
import { phoneInHand, type PhoneInHand } from '../kit/phone-in-hand'

const SILENT = '/hserve/v2.5/idp/wechat/silent-login/'

let server: TestServer
let hand: PhoneInHand
let wechat: WechatClient
beforeAll(async () => {
  server = await openTestServer()
  hand = phoneInHand(server)
})
beforeEach(async () => {
  const { platform } = server.wechat
  for (const part of [platform.calls, platform.faults, platform.accessTokens]) part.clear()
  await server.context.db.delete(wechatTokens)
  wechat = createWechatClient(server.context.settings.wechat, server.context)
})
afterAll(() => server.close())

const fail = (
  api: Parameters<TestServer['wechat']['platform']['faults']['inject']>[0]['api'],
  trouble:
    { kind: 'errcode'; errcode: number } | { kind: 'http'; status: number } | { kind: 'dropped' },
  times: number | 'until-cleared' = 1,
) => server.wechat.platform.faults.inject({ api, trouble, times })
const counts = () => server.wechat.platform.calls.counts()
const phoneOf = (person: string) => {
  const { phone_code: code } = hand.phoneButton(person)
  return wechat.phoneNumber(code, hand.openid(person))
}

describe("WeChat's refusals", () => {
  it.each([
    [-1, 503, 'busy'],
    [40029, 400, 'code_invalid'],
    [40163, 400, 'code_used'],
    [40226, 403, 'blocked'],
    [45009, 503, 'quota'],
    [45011, 429, 'Too many'],
    [40013, 500, 'Internal server error.'],
    [40125, 500, 'Internal server error.'],
    [40164, 500, 'Internal server error.'],
  ])('WeChat’s errcode %i of a sign-in is answered %i', async (errcode, status, message) => {
    fail('sns/jscode2session', { kind: 'errcode', errcode })
    const answer = await server.call('POST', SILENT, { body: { code: hand.code('alice') } })
    expect(answer.status).toBe(status)
    expect(answer.body.error_msg).toContain(message)
  })

  it.each([
    { kind: 'http', status: 500 } as const,
    { kind: 'http', status: 502 } as const,
    { kind: 'dropped' } as const,
  ])('a WeChat that answers no errcode of its own (%j) is answered 503', async (trouble) => {
    fail('sns/jscode2session', trouble, 'until-cleared')
    const { statusCode, headers, payload } = await server.app.inject({
      method: 'POST',
      url: SILENT,
      headers: { 'x-hydrogen-client-id': server.context.settings.clientId },
      payload: { code: hand.code('alice') },
    })
    expect([statusCode, headers['retry-after']]).toEqual([503, '1'])
    expect(JSON.parse(payload)).toMatchObject({ error_code: 'wechat_unavailable' })
  })
})

describe('a call of WeChat with a token', () => {
  it('a call of WeChat that is refused for another reason than its token is made once, with no other token', async () => {
    fail('wxa/business/getuserphonenumber', { kind: 'errcode', errcode: 40029 })
    await expect(phoneOf('alice')).rejects.toMatchObject({ errorCode: 'wechat_code_invalid' })
    expect(counts()).toMatchObject({
      'wxa/business/getuserphonenumber': 1,
      'cgi-bin/stable_token': 1,
    })
  })

  it.each([
    ['wxa/msg_sec_check', () => wechat.isRiskyText('a text', hand.openid('alice'))],
    ['wxa/media_check_async', () => wechat.checkImage('https://x.com/a', hand.openid('alice'))],
  ] as const)(
    'a call of WeChat that is refused is answered as what it means: %s',
    async (api, check) => {
      await hand.signIn('alice')
      fail(api, { kind: 'errcode', errcode: 45009 })
      await expect(check()).rejects.toBeInstanceOf(ApiError)
    },
  )
})

describe('the access token', () => {
  it('WeChat’s access token is fetched once by fifty callers at the same moment', async () => {
    const people = Array.from({ length: 50 }, (_, i) => `person-${i}`)
    const phones = await Promise.all(people.map(phoneOf))
    expect(phones).toHaveLength(50)
    expect(counts()).toMatchObject({ 'cgi-bin/stable_token': 1 })
  })

  it('WeChat’s access token is renewed shortly before its end', async () => {
    await phoneOf('alice')
    server.clock.advance(7_200_000 - 4 * 60_000 - 1)
    await phoneOf('alice')
    expect(counts()).toMatchObject({ 'cgi-bin/stable_token': 1 })
    server.clock.advance(1)
    await phoneOf('alice')
    expect(counts()).toMatchObject({ 'cgi-bin/stable_token': 2 })
  })

  it('WeChat’s access token is asked for again after a failure', async () => {
    fail('cgi-bin/stable_token', { kind: 'dropped' }, 'until-cleared')
    await expect(phoneOf('alice')).rejects.toThrow('WeChat does not answer')
    server.wechat.platform.faults.clear()
    expect(await phoneOf('alice')).toMatchObject({ countryCode: '86' })
  })
})
