import { sql } from 'drizzle-orm'
import { serverForFile } from '../kit/server-for-file'

const { server, hand } = serverForFile()

const list = async (token: string) => {
  const { body } = await server.call('GET', '/ext/v1/sessions/', { token })
  return body.objects as { id: string; current: boolean; login_method: string }[]
}

describe('the sessions of an account', () => {
  it('the sessions of an account are fifty after every eighth silent sign-in, which ends the oldest', async () => {
    const { user } = await hand.signIn('fiona')
    const tokens: string[] = []
    for (let times = 1; times < 55; times++) {
      server.clock.advance(1_000)
      tokens.push((await hand.signIn('fiona')).token)
    }
    const [second = '', seventh = ''] = [tokens[0], tokens[5]]
    expect(await list(seventh)).toHaveLength(55)
    server.clock.advance(1_000)
    const { token } = await hand.signIn('fiona')
    expect(await hand.read(user.id, second)).toBe(401)
    expect(await hand.read(user.id, seventh)).toMatchObject({ id: user.id })
    expect(await list(token)).toHaveLength(50)
  })

  it('the sessions of an account that are fifty all stay, but for the one that a sign-in of its own device replaces', async () => {
    const { user, token: oldest } = await hand.signIn('greta')
    let token = oldest
    for (let times = 0; times < 49; times++) {
      server.clock.advance(1_000)
      token = (await hand.signIn('greta')).token
    }
    const body = { code: hand.code('greta') }
    const path = '/hserve/v2.5/idp/wechat/silent-login/'
    const again = await server.call('POST', path, { body, token })
    expect(await list(again.body.token)).toHaveLength(50)
    expect(await hand.read(user.id, oldest)).toMatchObject({ id: user.id })
    expect(await hand.read(user.id, token)).toBe(401)
  })

  it('the sessions of an account are fifty at most after any other sign-in, too, also where there were more', async () => {
    const { user, token } = await hand.register('gwen')
    await server.context.db.execute(sql`
      insert into sessions (id, token_hash, user_id, login_method, created_at, expires_at, ip_address, user_agent)
      select gen_random_uuid(), 'of gwen ' || n, ${user.id}, 'username', now() + n * interval '1 second',
        now() + interval '10 years', '', '' from generate_series(1, 60) as n`)
    expect(await list(token)).toHaveLength(57)
    const { body } = await server.call('POST', '/hserve/v2.1/login/username/', {
      body: { username: 'gwen', password: 'correct horse battery' },
    })
    const { rows } = await server.context.db.execute(
      sql`select count(*)::int as n from sessions where user_id = ${user.id}`,
    )
    expect(rows).toEqual([{ n: 50 }])
    expect(await hand.read(user.id, body.token)).toMatchObject({ id: user.id })
  })

  it('the sessions of an account are listed newest first, without any token', async () => {
    const { token: first } = await hand.signIn('alice')
    server.clock.advance(1_000)
    const { token } = await hand.signIn('alice')
    const sessions = await list(token)

    expect(sessions.map(({ current }) => current)).toEqual([true, false])
    expect(sessions[0]).toEqual({
      id: expect.any(String),
      current: true,
      login_method: 'wechat',
      ip_address: '127.0.0.1',
      user_agent: expect.any(String),
      created_at: server.clock.now() / 1000,
      expires_at: server.clock.now() / 1000 + 2_592_000,
    })
    for (const secret of [first, token]) expect(JSON.stringify(sessions)).not.toContain(secret)
  })

  it('the sessions of an account are listed with the first three hundred characters of the user agent', async () => {
    const userAgent = 'Mozilla '.repeat(40)
    const body = { code: hand.code('hugo') }
    const headers = { 'user-agent': userAgent }
    const signedIn = await server.call('POST', '/hserve/v2.5/idp/wechat/silent-login/', {
      body,
      headers,
    })
    expect(await list(signedIn.body.token)).toMatchObject([{ user_agent: userAgent.slice(0, 300) }])
  })

  it('the sessions of an account end one by one, or all but the one that asks', async () => {
    const { user } = await hand.signIn('bob')
    const { token: second } = await hand.signIn('bob')
    server.clock.advance(1_000)
    const { token } = await hand.signIn('bob')
    const other = (await list(token)).find(({ current }) => !current)

    const ended = await server.call('DELETE', `/ext/v1/sessions/${other?.id}/`, { token })
    expect(ended).toEqual({ status: 200, body: { status: 'ok' } })
    expect(await list(token)).toHaveLength(2)
    const rest = await server.call('POST', '/ext/v1/sessions/end-others/', { body: {}, token })
    expect(rest.body).toEqual({ status: 'ok', ended: 1 })
    expect(await hand.read(user.id, second)).toBe(401)
    expect(await hand.read(user.id, token)).toMatchObject({ id: user.id })
  })

  it('the sessions of an account include the one that asks, which ends by its id as any other', async () => {
    const { user, token } = await hand.signIn('ines')
    const [own] = await list(token)
    const ended = await server.call('DELETE', `/ext/v1/sessions/${own?.id}/`, { token })
    expect(ended.status).toBe(200)
    expect(await hand.read(user.id, token)).toBe(401)
  })

  it('the sessions of an account cannot be ended by another account', async () => {
    const { token } = await hand.signIn('carol')
    const { token: stranger } = await hand.signIn('mallory')
    const [session] = await list(token)

    const answer = await server.call('DELETE', `/ext/v1/sessions/${session?.id}/`, {
      token: stranger,
    })
    expect(answer.status).toBe(404)
    expect(await list(token)).toHaveLength(1)
    const junk = await server.call('DELETE', '/ext/v1/sessions/x/', { token })
    expect(junk.status).toBe(400)
  })

  it('the sessions of an account are forgotten once they have expired', async () => {
    await hand.signIn('dora')
    server.clock.advance(2_592_000_000)
    const { token } = await hand.signIn('dora')
    expect(await list(token)).toHaveLength(1)
  })
})
