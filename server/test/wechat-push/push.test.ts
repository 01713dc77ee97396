import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { users } from '../../src/db/schema'
import { openTestServer, type TestServer } from '../kit/test-server'
import { serverForFile } from '../kit/server-for-file'

const PATH = '/ext/v1/wechat/push/'
const TOKEN = 'tokenOfTheConsole'
const APPID = 'touristappid'

const { server, hand } = serverForFile({ WECHAT_PUSH_TOKEN: TOKEN })

const signed = (at = server.clock.now(), token = TOKEN) => {
  const timestamp = String(Math.floor(at / 1000))
  const signature = createHash('sha1').update([token, timestamp, '7'].sort().join('')).digest('hex')
  return new URLSearchParams({ timestamp, nonce: '7', signature })
}
const push = async (event: object | string, query = signed()) => {
  const reply = await server.app.inject({
    method: 'POST',
    url: `${PATH}?${query}`,
    headers: { 'content-type': typeof event === 'string' ? 'text/xml' : 'application/json' },
    payload: typeof event === 'string' ? event : JSON.stringify(event),
  })
  return { status: reply.statusCode, text: reply.payload }
}
const about = (person: string, Event: string, more: object = {}) => ({
  MsgType: 'event',
  Event,
  OpenID: hand.openid(person),
  AppID: APPID,
  ...more,
})
const SUCCESS = { status: 200, text: 'success' }

/** Signs a person in with a real profile and a phone number. */
const furnished = async (person: string) => {
  const { token, user } = await hand.signIn(person)
  await server.call('PUT', '/hserve/v2.6/idp/wechat/user/info/', {
    body: hand.profile(person),
    token,
  })
  const headers = { 'x-hydrogen-client-sdk-type': 'file' }
  const body = hand.phoneButton(person)
  await server.call('PUT', '/hserve/v2.7/idp/wechat/phone-verification/', { body, token, headers })
  return { token, id: Number(user.id) }
}

describe("WeChat's push", () => {
  it("WeChat's push is answered only if WeChat signed it, lately", async () => {
    const { token, id } = await furnished('alice')
    const event = about('alice', 'user_authorization_revoke', { RevokeInfo: '8' })
    const old = server.clock.now() - 601_000
    for (const query of [signed(undefined, 'other'), signed(old), new URLSearchParams()]) {
      expect((await push(event, query)).status).toBe(403)
    }
    expect(await hand.read(id, token)).toMatchObject({ _phone_verified: true })

    const deaf = await openTestServer()
    expect((await deaf.app.inject({ method: 'POST', url: `${PATH}?${signed()}` })).statusCode).toBe(
      404,
    )
    await deaf.close()
  }, 120_000)

  it("WeChat's push is verified by an echo when the console is set up", async () => {
    const echo = await server.app.inject(`${PATH}?${signed()}&echostr=12345`)
    expect(echo.payload).toBe('12345')
    expect(echo.headers['content-type']).toContain('text/plain')
  })

  it("WeChat's push takes back a phone number, an avatar or a nickname, and can come again", async () => {
    const { token, id } = await furnished('ben')
    expect(await hand.read(id, token)).toMatchObject({ nickname: 'ben', is_authorized: true })

    const phone = about('ben', 'user_authorization_revoke', { RevokeInfo: '8' })
    expect(await push(phone)).toEqual(SUCCESS)
    expect(await push(phone)).toEqual(SUCCESS)
    expect(await hand.read(id, token)).toMatchObject({
      _phone: null,
      _phone_verified: false,
      nickname: 'ben',
    })

    await push(about('ben', 'user_authorization_revoke', { RevokeInfo: '20' }))
    expect(await hand.read(id, token)).toMatchObject({
      avatar: '',
      nickname: 'ben',
      is_authorized: false,
    })
    await push(about('ben', 'user_authorization_revoke', { RevokeInfo: '6,19' }))
    const after = await hand.read(id, token)
    expect(after).toMatchObject({ nickname: '' })
    expect(after._provider.wechat).not.toHaveProperty('nickname')
  })

  it("WeChat's push is understood in XML", async () => {
    const { token, id } = await furnished('cleo')
    const xml = `<xml><Event><![CDATA[user_authorization_revoke]]></Event><OpenID><![CDATA[${hand.openid('cleo')}]]></OpenID><AppID><![CDATA[${APPID}]]></AppID><RevokeInfo><![CDATA[8]]></RevokeInfo><CreateTime>1</CreateTime></xml>`
    expect(await push(xml)).toEqual(SUCCESS)
    expect(await hand.read(id, token)).toMatchObject({ _phone: null })
  })

  it("WeChat's push clears the nickname and the avatar that WeChat judged risky (user_info_modified)", async () => {
    const { token, id } = await furnished('gina')
    expect(await hand.read(id, token)).toMatchObject({ nickname: 'gina', is_authorized: true })
    const event = about('gina', 'user_info_modified')
    expect(await push(event)).toEqual(SUCCESS)
    expect(await push(event)).toEqual(SUCCESS)
    const after = await hand.read(id, token)
    expect(after).toMatchObject({ nickname: '', avatar: '', is_authorized: false })
    expect(after).toMatchObject({ _phone_verified: true })
    expect(after._provider.wechat).not.toHaveProperty('nickname')
  })

  it("WeChat's push is refused before its body is read, when it is not signed or pushes are off", async () => {
    const deaf = await openTestServer()
    const send = async (to: TestServer, query: URLSearchParams) => {
      const text = '<a><![CDATA['.repeat(5_400)
      const body = { isRead: false }
      const payload = new Readable({
        read() {
          body.isRead = true
          this.push(text)
          this.push(null)
        },
      })
      const url = `${PATH}?${query}`
      const headers = { 'content-type': 'text/xml' }
      const { statusCode } = await to.app.inject({ method: 'POST', url, headers, payload })
      return [statusCode, body.isRead]
    }
    for (const query of [new URLSearchParams(), signed(undefined, 'other')]) {
      expect(await send(server, query)).toEqual([403, false])
    }
    expect(await send(server, signed(server.clock.now() - 601_000))).toEqual([403, false])
    expect(await send(deaf, signed())).toEqual([404, false])
    expect(await send(server, signed())).toEqual([200, true])
    await deaf.close()
  }, 120_000)

  it("WeChat's push erases a person who left, unless the account has another sign-in method", async () => {
    const { token } = await hand.signIn('dan')
    const count = () => server.context.db.$count(users)
    const before = await count()
    expect(await push(about('dan', 'user_authorization_cancellation'))).toEqual(SUCCESS)
    expect(await count()).toBe(before - 1)
    expect((await server.call('GET', '/ext/v1/sessions/', { token })).status).toBe(401)
    await hand.signIn('dan')
    expect(await push(about('dan', 'user_authorization_cancellation'))).toEqual(SUCCESS)
    expect(await count()).toBe(before)

    const { token: kept, user } = await hand.register('eva')
    const link = { body: { code: hand.code('eva') }, token: kept }
    const { body } = await server.call('POST', '/hserve/v2.4/idp/wechat/user-associate/', link)
    const { token: byWechat } = await hand.signIn('eva')
    await push(about('eva', 'user_authorization_cancellation'))
    expect(await hand.read(user.id, body.token)).toMatchObject({ openid: null, _username: 'eva' })
    expect(await hand.read(user.id, byWechat)).toBe(401)
  })

  it("WeChat's push of an event about no one, nothing or something else changes nothing", async () => {
    const events = [
      about('nobody', 'user_authorization_revoke', { RevokeInfo: '8' }),
      about('nobody', 'user_authorization_cancellation'),
      about('alice', 'user_info_modified'),
      about('alice', 'user_authorization_cancellation', { AppID: 'wx0000000000000000' }),
      { Event: 'something_new' },
      {},
      'no event at all',
      '<xml></xml>',
    ]
    const before = await server.context.db.$count(users)
    for (const event of events) expect(await push(event)).toEqual(SUCCESS)
    expect(await server.context.db.$count(users)).toBe(before)
  })

  it("WeChat's push reaches a listening server from WeChat itself", async () => {
    const url = await server.app.listen({ port: 0, host: '127.0.0.1' })
    const { token, id } = await furnished('finn')
    const control = (path: string, body: object) =>
      fetch(`${server.wechat.url}/control/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    expect((await control('push/target', { url: url + PATH, token: TOKEN })).status).toBe(200)
    const answer = await control('push/revoke', { person: 'finn', revokeInfo: '8' })
    expect(await answer.json()).toMatchObject({ attempts: 1, outcome: 'accepted' })
    expect(await hand.read(id, token)).toMatchObject({ _phone: null })
  })
})
