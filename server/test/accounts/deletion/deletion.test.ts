import { eq, sql } from 'drizzle-orm'
import { users } from '../../../src/db/schema'
import { duringErasure } from '../../kit/during-erasure'
import { serverForFile } from '../../kit/server-for-file'
import { textedCode } from '../../kit/texted-code'

const PASSWORD = 'correct horse battery'
const DELETE = '/ext/v1/account/delete/'

const { server, hand } = serverForFile()

const erase = (token: string, credentials: object) =>
  server.call('POST', DELETE, { body: credentials, token })

/** Every row of every table, as text, and the names of the tables. */
const everything = async (): Promise<{ names: string[]; text: string }> => {
  const { db } = server.context
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  )
  const names = tables.rows.map(({ name }) => name)
  const rows = await Promise.all(
    names.map((name) => db.execute(sql`select t::text from ${sql.identifier(name)} t`)),
  )
  return { names, text: JSON.stringify(rows.map((result) => result.rows)) }
}

describe('the export of an account', () => {
  it('the export of an account holds what is known of the caller, and no secret', async () => {
    const { token, user } = await hand.register('ellen')
    await server.call('PUT', '/hserve/v2.5/user/info/', {
      body: { nickname: 'Ellen', pet: 'cat' },
      token,
    })
    const linked = await server.call('POST', '/hserve/v2.4/idp/wechat/user-associate/', {
      body: { code: hand.code('ellen') },
      token,
    })
    const answer = await server.call('GET', '/ext/v1/account/export/', { token: linked.body.token })

    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      user: { id: user.id, nickname: 'Ellen', pet: 'cat', _username: 'ellen' },
      has_password: true,
      wechat: [{ openid: hand.openid('ellen') }],
      sessions: [{ current: true }],
    })
    const kinds = answer.body.audit.map(({ kind }: { kind: string }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['registered', 'linked_wechat', 'exported']))
    const text = JSON.stringify(answer.body)
    const sessionKey = server.wechat.platform.sessionKeyOf('ellen', 'touristappid')
    for (const secret of ['argon2', sessionKey, linked.body.token]) {
      expect(text).not.toContain(secret)
    }
  })
})

describe('the export of an account that has much', () => {
  it('the export of an account that has much is read in pages, of which none is missing and none comes twice', async () => {
    const { token, user } = await hand.register('emma')
    const { db } = server.context
    await db.execute(sql`insert into audit_events (at, user_id, kind, ip_address)
      select timestamptz '2026-01-01' + (n / 700) * interval '1 microsecond', ${user.id}, 'event ' || n, ''
      from generate_series(1, 1400) as n`)
    await db.execute(sql`insert into image_checks (id, user_id, trace_id, verdict, created_at)
      select gen_random_uuid(), ${user.id}, 'of emma ' || n, 'pass', timestamptz '2026-01-01'
      from generate_series(1, 500) as n`)
    const { status, body } = await server.call('GET', '/ext/v1/account/export/', { token })

    expect(status).toBe(200)
    const kinds = body.audit.map(({ kind }: { kind: string }) => kind)
    const all = Array.from({ length: 1400 }, (_, i) => `event ${i + 1}`)
    expect(kinds).toHaveLength(1402)
    expect(kinds).toEqual(expect.arrayContaining([...all, 'registered', 'exported']))
    expect(new Set(body.image_checks.map(({ id }: { id: string }) => id)).size).toBe(500)
    expect(body.files).toEqual([])
  })
})

describe('the deletion of an account', () => {
  it('the deletion of an account takes a re-authentication of the same account, ten minutes after the sign-in', async () => {
    const { token, user } = await hand.signIn('fred')
    server.clock.advance(10 * 60_000 + 1)
    for (const credentials of [
      {},
      { password: PASSWORD },
      { code: hand.code('mallory') },
      { sms_code: 1 },
    ]) {
      expect((await erase(token, credentials)).status).toBe(403)
    }
    expect((await erase(token, { code: 'invented' })).status).toBe(400)
    expect(await hand.read(user.id, token)).toMatchObject({ id: user.id })
    expect((await erase(token, { code: hand.code('fred') })).status).toBe(200)
  })

  it('the deletion of an account that is anonymous takes its session alone, however old that is', async () => {
    const signedIn = await server.call('POST', '/hserve/v2.0/login/anonymous/', { body: {} })
    server.clock.advance(10 * 60_000 + 1)
    expect((await erase(signedIn.body.token, {})).status).toBe(200)
  })

  it('the deletion of an account leaves no row, no counter and no live token', async () => {
    const before = await everything()
    const { token, user } = await hand.register('gerda-with-a-name')
    const { body: linked } = await server.call('POST', '/hserve/v2.4/idp/wechat/user-associate/', {
      body: { code: hand.code('gerda'), associate_with_unionid: true },
      token,
    })
    const bound = await server.call('PUT', '/hserve/v2.7/idp/wechat/phone-verification/', {
      body: hand.phoneButton('gerda', '13700000001'),
      token: linked.token,
    })
    const changes = { email: 'gerda@example.com' }
    const mailed = await server.call('PUT', '/hserve/v2.2/user/account/', {
      body: changes,
      token: bound.body.token,
    })
    const last = mailed.body.token
    await server.call('POST', '/hserve/v2.0/user/email-verify/', { body: {}, token: last })
    await server.call('PUT', '/hserve/v2.5/user/info/', {
      body: { nickname: 'Gerda!' },
      token: last,
    })
    await server.call('POST', '/hserve/v2.1/login/username/', {
      body: { username: 'Gerda-With-A-Name', password: 'wrong wrong' },
    })
    await server.call('POST', '/hserve/v2.2/sms-verification-code/', {
      body: { phone: '13700000001' },
    })
    await hand.signIn('gerda')

    expect((await erase(last, { password: PASSWORD })).status).toBe(200)
    await server.context.background.settled()
    const after = await everything()
    for (const trace of [
      String(user.id),
      'Gerda',
      'gerda',
      hand.openid('gerda'),
      hand.unionid('gerda'),
    ]) {
      expect(after.text).not.toContain(trace)
    }
    const subjects = [String(user.id), hand.openid('gerda'), '13700000001', 'gerda@example.com']
    for (const kind of [
      'login/openid',
      'link/user',
      'sms/phone/day',
      'mail/account',
      'password/account',
    ]) {
      for (const subject of [...subjects, 'username:gerda-with-a-name']) {
        expect(after.text).not.toContain(server.context.vault.index(subject, `limit:${kind}`))
      }
    }
    expect(after.names).toEqual(before.names)
    expect(await hand.read(user.id, last)).toBe(401)
    const again = await server.call('POST', '/hserve/v2.5/idp/wechat/silent-login/', {
      body: { code: hand.code('gerda'), create_user: false },
    })
    expect(again.status).toBe(404)
  })

  it('the deletion of an account goes by text message where that is the sign-in method', async () => {
    const phone = '13700000002'
    const send = async () => {
      await server.call('POST', '/hserve/v2.2/sms-verification-code/', { body: { phone } })
      return textedCode(server)
    }
    const signedIn = await server.call('POST', '/hserve/v2.1/login/sms/', {
      body: { phone, code: await send() },
    })
    server.clock.advance(60_000)
    const sms_code = await send()
    expect((await erase(signedIn.body.token, { sms_code })).status).toBe(200)
  })

  it('the deletion of an account sends no e-mail about one that is still there because it failed', async () => {
    const { token, user } = await hand.register('harriet')
    const { db, background } = server.context
    const email = 'harriet@example.com'
    await db.update(users).set({ email, emailVerified: true }).where(eq(users.id, user.id))
    duringErasure(server, () => Promise.reject(new Error('cut short')))
    const mails = () =>
      server.wechat.platform.outbox.mails().filter(({ to }) => to === email).length
    expect((await erase(token, { password: PASSWORD })).status).toBe(500)
    jest.restoreAllMocks()
    await background.settled()
    expect(mails()).toBe(0)
    expect((await erase(token, { password: PASSWORD })).status).toBe(200)
    await background.settled()
    expect(mails()).toBe(1)
  })

  it('the deletion of an account asks nothing more of an anonymous user', async () => {
    const { body } = await server.call('POST', '/hserve/v2.0/login/anonymous/', { body: {} })
    expect((await erase(body.token, {})).status).toBe(200)
  })
})
