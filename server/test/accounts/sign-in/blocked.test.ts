import { eq, sql } from 'drizzle-orm'
import { blockAccount, unblockAccount } from '../../../src/accounts/sign-in/block'
import { auditEvents, users, wechatIdentities } from '../../../src/db/schema'
import { cancelAuthorization } from '../../../src/wechat-push/cancellation'
import { openTestServer, type Answer, type TestServer } from '../../kit/test-server'
import { phoneInHand, type PhoneInHand } from '../../kit/phone-in-hand'
import { textedCode } from '../../kit/texted-code'

const PASSWORD = 'correct horse battery'
const SILENT = '/hserve/v2.5/idp/wechat/silent-login/'
const PHONE_LOGIN = '/hserve/v2.7/idp/wechat/phone-login/'
const BLOCKED = { status: 403, body: { status: 'error', error_code: 'account_blocked' } }

let server: TestServer
let hand: PhoneInHand
beforeAll(async () => {
  server = await openTestServer()
  hand = phoneInHand(server)
})
afterAll(() => server.close())

const post = (path: string, body: object, token?: string): Promise<Answer> =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })
const block = (id: number) => blockAccount(server.context, id, 'olga')
const unblock = (id: number) => unblockAccount(server.context, id, 'olga')

const textCode = async (phone: string): Promise<string | undefined> => {
  await post('/hserve/v2.2/sms-verification-code/', { phone })
  return textedCode(server)
}

const countOf = async (table: string, id: number): Promise<number> => {
  const { rows } = await server.context.db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${sql.identifier(table)} where user_id = ${id}`,
  )
  return rows[0]?.n ?? -1
}

describe('a blocked account', () => {
  it('a blocked account is refused on every call of its sessions, with the reason', async () => {
    const { token, user } = await hand.signIn('anna')
    await block(user.id)
    for (const path of [`/hserve/v2.5/user/info/${user.id}/`, '/ext/v1/sessions/']) {
      expect(await server.call('GET', path, { token })).toMatchObject(BLOCKED)
    }
    const link = { code: hand.code('zoe') }
    expect(await post('/hserve/v2.4/idp/wechat/user-associate/', link, token)).toMatchObject(
      BLOCKED,
    )
  })

  it('a blocked account cannot sign in through WeChat, and no session is opened', async () => {
    const { user } = await hand.signIn('bert')
    await block(user.id)
    const before = await countOf('sessions', user.id)
    const code = hand.code('bert')
    expect(await post(SILENT, { code })).toMatchObject(BLOCKED)
    expect(await post(SILENT, { code: hand.code('bert'), create_user: false })).toMatchObject(
      BLOCKED,
    )
    const byUnionid = { code: hand.code('bert'), login_with_unionid: true }
    expect(await post(SILENT, byUnionid)).toMatchObject(BLOCKED)
    const byPhone = { ...hand.phoneButton('bert', '13710000001'), code: hand.code('bert') }
    expect(await post(PHONE_LOGIN, byPhone)).toMatchObject(BLOCKED)
    expect(await countOf('sessions', user.id)).toBe(before)
    expect(await post(SILENT, { code })).toMatchObject({ status: 400 })
  })

  it('a blocked account is not found by unionid in another mini-program either, and nothing is linked to it', async () => {
    const { token, user } = await hand.register('ulla')
    const link = { code: hand.code('ulla'), associate_with_unionid: true }
    await post('/hserve/v2.4/idp/wechat/user-associate/', link, token)
    await server.context.db.delete(wechatIdentities).where(eq(wechatIdentities.userId, user.id))
    await block(user.id)
    const login = { code: hand.code('ulla'), login_with_unionid: true }
    expect(await post(SILENT, login)).toMatchObject(BLOCKED)
    expect(await countOf('wechat_identities', user.id)).toBe(0)
  })

  it('a blocked account stays blocked when its owner cancels the authorization at WeChat and comes back', async () => {
    const { user } = await hand.signIn('bram')
    const { db } = server.context
    await db.update(users).set({ nickname: 'Bram', city: '上海' }).where(eq(users.id, user.id))
    await block(user.id)
    for (const time of ['first', 'again']) {
      await cancelAuthorization(server.context, hand.openid('bram'))
      expect([time, await post(SILENT, { code: hand.code('bram') })]).toMatchObject([time, BLOCKED])
    }
    expect(await db.select().from(users).where(eq(users.id, user.id))).toMatchObject([
      { nickname: '', city: '', blockedAt: expect.any(Date) },
    ])
    await unblock(user.id)
    expect((await hand.signIn('bram')).user.id).toBe(user.id)
  })

  it('a blocked account with a password keeps what is not from WeChat when its owner cancels the authorization there', async () => {
    const { token, user } = await hand.register('berta')
    await post('/hserve/v2.4/idp/wechat/user-associate/', { code: hand.code('berta') }, token)
    await block(user.id)
    await cancelAuthorization(server.context, hand.openid('berta'))
    expect(await post(SILENT, { code: hand.code('berta') })).toMatchObject(BLOCKED)
    const login = { username: 'berta', password: PASSWORD }
    expect(await post('/hserve/v2.1/login/username/', login)).toMatchObject(BLOCKED)
  })

  it('a blocked account looks different only to a person who has its password', async () => {
    const { user } = await hand.register('carl')
    await block(user.id)
    const login = (password: string) =>
      post('/hserve/v2.1/login/username/', { username: 'carl', password })
    const wrong = await login('wrong wrong wrong')
    expect(wrong.status).toBe(400)
    expect(wrong.body.error_code).toBe('wrong_credentials')
    expect(await login(PASSWORD)).toMatchObject(BLOCKED)
  })

  it('a blocked account cannot sign in by text message, nor be linked by the number it verified', async () => {
    const phone = '13710000002'
    const signIn = async () =>
      post('/hserve/v2.1/login/sms/', { phone, code: await textCode(phone) })
    const { body } = await signIn()
    const id = Number(body.user_id)
    await block(id)
    server.clock.advance(60_000)
    expect(await signIn()).toMatchObject(BLOCKED)

    const button = { ...hand.phoneButton('dora', phone), code: hand.code('dora') }
    expect(await post(PHONE_LOGIN, button)).toMatchObject(BLOCKED)
    expect(await countOf('wechat_identities', id)).toBe(0)
  })

  it('a blocked account cannot become another kind of account when it was anonymous', async () => {
    const { body } = await post('/hserve/v2.0/login/anonymous/', {})
    const id = Number(body.user_id)
    await block(id)
    const names = { username: 'emil', password: PASSWORD }
    expect(await post('/hserve/v2.1/register/username/', names, body.token)).toMatchObject(BLOCKED)
    expect(await post('/hserve/v2.1/register/username/', names)).toMatchObject({ status: 201 })
  })

  it('a blocked account signs in again once it is unblocked, but not by a session from before', async () => {
    const { token, user } = await hand.signIn('fritz')
    expect(await block(user.id)).toBe(true)
    expect(await block(user.id)).toBe(false)
    expect(await unblock(user.id)).toBe(true)
    expect(await unblock(user.id)).toBe(false)
    expect(await hand.read(user.id, token)).toBe(401)
    const again = await hand.signIn('fritz')
    expect(again.user.id).toBe(user.id)
    expect(await hand.read(user.id, again.token)).toMatchObject({ id: user.id })
  })

  it('blocking and unblocking an account are written down with the operator who did it, and the export says as much', async () => {
    const { user } = await hand.signIn('gina')
    await block(user.id)
    await unblock(user.id)
    const trail = await server.context.db
      .select({ kind: auditEvents.kind, actor: auditEvents.actor })
      .from(auditEvents)
      .where(eq(auditEvents.userId, user.id))
      .orderBy(auditEvents.id)
    expect(trail).toEqual([
      { kind: 'registered', actor: null },
      { kind: 'blocked', actor: 'olga' },
      { kind: 'unblocked', actor: 'olga' },
    ])
    const { token } = await hand.signIn('gina')
    const { body } = await server.call('GET', '/ext/v1/account/export/', { token })
    expect(body.audit).toContainEqual(
      expect.objectContaining({ kind: 'blocked', by_operator: true }),
    )
    expect(body.audit).toContainEqual(
      expect.objectContaining({ kind: 'registered', by_operator: false }),
    )
    expect(JSON.stringify(body)).not.toContain('olga')
  })
})
