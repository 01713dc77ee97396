import { sql } from 'drizzle-orm'
import { sweep } from '../../src/maintenance/sweep'
import { serverForFile } from '../kit/server-for-file'

const { server, hand } = serverForFile()

describe('what a token without a live session is answered', () => {
  const refusal = async (token?: string) => {
    const path = '/ext/v1/sessions/'
    const { status, body } = await server.call('GET', path, token === undefined ? {} : { token })
    return [status, body.error_code]
  }
  const others = async (token: string) => {
    const end = await server.call('POST', '/ext/v1/sessions/end-others/', { body: {}, token })
    expect(end.status).toBe(200)
  }

  it('an ended token is answered that its session was ended, until it would have expired, whatever else happens to the account', async () => {
    const { token: lost } = await hand.signIn('ann')
    const { token } = await hand.signIn('ann')
    await others(token)
    expect(await refusal(lost)).toEqual([401, 'session_ended'])
    await hand.signIn('ann')
    await sweep(server.context)
    expect(await refusal(lost)).toEqual([401, 'session_ended'])
    server.clock.advance(2_592_000_000)
    expect(await refusal(lost)).toEqual([401, 'session_expired'])
    await sweep(server.context)
    const { rows } = await server.context.db.execute(
      sql`select count(*)::int as n from ended_sessions`,
    )
    expect(rows).toEqual([{ n: 0 }])
  })

  it('an ended token is answered that its session was ended, after a sign-out and a second one', async () => {
    const { token } = await hand.signIn('bea')
    const signOut = () => server.call('POST', '/hserve/v2.0/session/destroy/', { body: {}, token })
    expect((await signOut()).status).toBe(201)
    expect((await signOut()).body.error_code).toBe('session_ended')
    expect(await refusal(token)).toEqual([401, 'session_ended'])
  })

  it('an ended token is answered that its session was ended, after another device has changed the password', async () => {
    const { token: other } = await hand.register('cleo')
    const login = { username: 'cleo', password: 'correct horse battery' }
    const { body } = await server.call('POST', '/hserve/v2.1/login/username/', { body: login })
    const change = { password: login.password, new_password: 'another horse battery' }
    const changed = await server.call('PUT', '/hserve/v2.2/user/account/', {
      body: change,
      token: body.token,
    })
    expect(changed.status).toBe(200)
    expect(await refusal(other)).toEqual([401, 'session_ended'])
    // The device that made the change has a new token; its old one asks for nothing but another try.
    expect(await refusal(body.token)).toEqual([401, 'session_expired'])
  })

  it('a token is answered that it expired, when the sign-in of the same device has replaced it', async () => {
    const { token: replaced } = await hand.signIn('dora')
    const code = server.wechat.platform.login('dora', { kind: 'first-redeemer' })
    const { status } = await server.call('POST', '/hserve/v2.5/idp/wechat/silent-login/', {
      body: { code },
      token: replaced,
    })
    expect(status).toBe(201)
    expect(await refusal(replaced)).toEqual([401, 'session_expired'])
  })

  it('a token is answered that it is missing or expired, when there never was one', async () => {
    expect(await refusal()).toEqual([401, 'session_missing'])
    expect(await refusal('invented')).toEqual([401, 'session_expired'])
  })

  it('a sign-out without a token, or with an invented one, is answered as any other request', async () => {
    const signOut = async (token: { token?: string }) => {
      const path = '/hserve/v2.0/session/destroy/'
      const { status, body } = await server.call('POST', path, { body: {}, ...token })
      return [status, body.error_code]
    }
    expect(await signOut({})).toEqual([401, 'session_missing'])
    expect(await signOut({ token: 'invented' })).toEqual([401, 'session_expired'])
  })

  it('an ended token does not keep a person from signing in again', async () => {
    const { token: lost } = await hand.signIn('eve')
    const { token } = await hand.signIn('eve')
    await others(token)
    const code = server.wechat.platform.login('eve', { kind: 'first-redeemer' })
    const { status } = await server.call('POST', '/hserve/v2.5/idp/wechat/silent-login/', {
      body: { code },
      token: lost,
    })
    expect(status).toBe(201)
  })
})
