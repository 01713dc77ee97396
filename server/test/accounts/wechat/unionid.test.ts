import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../../src/app'
import { createContext } from '../../../src/create-context'
import { openTestServer, type TestServer } from '../../kit/test-server'
import { phoneInHand, type PhoneInHand } from '../../kit/phone-in-hand'

const SILENT = '/hserve/v2.5/idp/wechat/silent-login/'
const OTHER_APPID = 'wx0123456789abcdef'

let server: TestServer
let hand: PhoneInHand
let otherApp: FastifyInstance
beforeAll(async () => {
  server = await openTestServer()
  hand = phoneInHand(server)
  const { settings, db, clock } = server.context
  const wechat = { ...settings.wechat, appid: OTHER_APPID }
  otherApp = await buildApp(createContext({ ...settings, wechat }, db, clock, [], () => undefined))
})
afterAll(async () => {
  await otherApp.close()
  await server.close()
})

const login = (person: string, more: object = {}) =>
  server.call('POST', SILENT, {
    body: { code: hand.code(person), login_with_unionid: true, ...more },
  })

const loginAt = async (app: FastifyInstance, payload: object) => {
  const reply = await app.inject({
    method: 'POST',
    url: SILENT,
    headers: { 'x-hydrogen-client-id': server.context.settings.clientId },
    payload,
  })
  return { status: reply.statusCode, body: reply.json() }
}

/** Signs in to another mini-program of the same developer, on the same database. */
const loginElsewhere = async (person: string, byUnionid: boolean) => {
  const code = server.wechat.platform.login(person, { kind: 'app', appid: OTHER_APPID })
  return loginAt(otherApp, { code, login_with_unionid: byUnionid })
}

describe('login with unionid', () => {
  it('a login with unionid makes an account with both ids when neither is known, or answers 404', async () => {
    expect((await login('nobody', { create_user: false })).status).toBe(404)
    const { body } = await login('alice')
    expect(body.user_info).toMatchObject({
      openid: hand.openid('alice'),
      unionid: hand.unionid('alice'),
    })
    expect(body.user_info._provider.wechat_unionid).toBe(hand.unionid('alice'))
    expect((await login('alice')).body.user_info.id).toBe(body.user_info.id)
  })

  it('a login with unionid is refused where WeChat returns none, whether the openid is known or not', async () => {
    await hand.signIn('ada')
    const { settings, db, clock, wechat } = server.context
    const codeToSession: typeof wechat.codeToSession = async (code) => ({
      ...(await wechat.codeToSession(code)),
      unionid: null,
    })
    const unbound = await buildApp({
      ...createContext(settings, db, clock, []),
      wechat: { ...wechat, codeToSession },
    })
    for (const person of ['ada', 'zoe']) {
      const code = hand.code(person)
      const { status, body } = await loginAt(unbound, { code, login_with_unionid: true })
      expect([status, body.error_code]).toEqual([400, 'unionid_missing'])
    }
    await unbound.close()
  })

  it('a login with unionid binds the unionid to the account of the openid', async () => {
    const { user } = await hand.signIn('ben')
    expect(user._provider).not.toHaveProperty('wechat_unionid')
    const { body } = await login('ben')
    expect(body.user_info.id).toBe(user.id)
    expect(body.user_info._provider.wechat_unionid).toBe(hand.unionid('ben'))
  })

  it('a login with unionid binds the openid to the account of the unionid', async () => {
    const elsewhere = await loginElsewhere('cora', true)
    const here = await login('cora')
    expect(here.status).toBe(201)
    expect(here.body.user_info.id).toBe(elsewhere.body.user_info.id)
    expect(here.body.user_info.openid).toBe(hand.openid('cora'))
    expect(here.body.user_info.openid).not.toBe(elsewhere.body.user_info.openid)
  })

  it('a login with unionid fails when the account of the openid has another unionid', async () => {
    const { user } = await hand.signIn('dina')
    await server.context.db.execute(
      `update users set wechat_unionid = 'of-an-old-open-platform' where id = ${user.id}`,
    )
    expect((await login('dina')).status).toBe(400)
  })

  it('a login with unionid fails, naming both ids, when they belong to two accounts', async () => {
    await loginElsewhere('ella', true)
    await hand.signIn('ella')
    const answer = await login('ella')
    expect(answer.status).toBe(400)
    expect(answer.body.error_msg).toContain(hand.openid('ella'))
    expect(answer.body.error_msg).toContain(hand.unionid('ella'))
  })

  it('the unionid means the same for a link as for a login', async () => {
    const path = '/hserve/v2.4/idp/wechat/user-associate/'
    const body = () => ({ code: hand.code('fred'), associate_with_unionid: true })
    const { token } = await hand.register('fred')
    const linked = await server.call('POST', path, { body: body(), token })
    expect(linked.body.unionid).toBe(hand.unionid('fred'))

    await loginElsewhere('gwen', true)
    const { token: other } = await hand.register('gwen')
    const refused = await server.call('POST', path, {
      body: { code: hand.code('gwen'), associate_with_unionid: true },
      token: other,
    })
    expect(refused.status).toBe(400)
    expect(refused.body.error_msg).toContain(hand.unionid('gwen'))
  })

  it('the unionid means the same for a link by ticket, which keeps the unionid', async () => {
    const ticketFor = async (person: string) =>
      (await login(person, { create_user: false })).body.link_ticket
    const link = (token: string, link_ticket: unknown) =>
      server.call('POST', '/hserve/v2.4/idp/wechat/user-associate/', {
        body: { link_ticket, associate_with_unionid: true },
        token,
      })
    const hugo = await hand.register('hugo')
    const linked = await link(hugo.token, await ticketFor('hugo'))
    expect(linked.body.unionid).toBe(hand.unionid('hugo'))
    expect((await loginElsewhere('hugo', true)).body.user_info.id).toBe(hugo.user.id)

    const { token } = await hand.register('iris')
    const ticket = await ticketFor('iris')
    await loginElsewhere('iris', true)
    const refused = await link(token, ticket)
    expect(refused.status).toBe(400)
    expect(refused.body.error_msg).toContain(hand.unionid('iris'))
  })
})
