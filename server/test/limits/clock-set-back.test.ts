import { eq } from 'drizzle-orm'
import { wechatIdentities } from '../../src/db/schema'
import { LIMITS, consume } from '../../src/security/limits'
import { serverForFile } from '../kit/server-for-file'

const HOUR = 3_600_000

const { server, hand } = serverForFile()

describe('a limit after the clock was set back', () => {
  it('a limit that was used before the clock was set back by an hour refuses no one until then', async () => {
    const limit = LIMITS.functionsPerUser
    const use = () => consume(server.context, limit, 'a user')
    for (let nth = 0; nth < limit.max; nth += 1) await use()
    await expect(use()).rejects.toMatchObject({ status: 429 })
    server.clock.advance(-HOUR)
    for (let nth = 0; nth < limit.max; nth += 1) await use()
    await expect(use()).rejects.toMatchObject({ status: 429 })
  })

  it('a limit counts on over clocks of two processes that differ by half a minute', async () => {
    const limit = LIMITS.functionsPerUser
    const use = () => consume(server.context, limit, 'another user')
    for (let nth = 0; nth < limit.max; nth += 1) await use()
    server.clock.advance(-30_000)
    await expect(use()).rejects.toMatchObject({ status: 429 })
  })
})

describe('a sign-in with WeChat after the clock was set back', () => {
  const openid = () => hand.openid('eager')
  const hitsAre = (hits: number) =>
    server.context.db
      .update(wechatIdentities)
      .set({ loginHits: hits, loginWindowEnds: new Date(server.clock.now() + 60_000) })
      .where(eq(wechatIdentities.openid, openid()))

  it('a sign-in with WeChat is not refused for those counted before the clock was set back by an hour', async () => {
    await hand.signIn('eager')
    await hitsAre(LIMITS.loginsPerOpenid.max)
    const signIn = () =>
      server.call('POST', '/hserve/v2.5/idp/wechat/silent-login/', {
        body: { code: hand.code('eager') },
      })
    expect((await signIn()).status).toBe(429)
    server.clock.advance(-HOUR)
    expect((await signIn()).status).toBe(201)
    await hitsAre(LIMITS.loginsPerOpenid.max)
    expect((await signIn()).status).toBe(429)
  })
})

describe('a session after the clock was set back', () => {
  const rename = (token: string, username: string, reauthentication?: string) =>
    server.call('PUT', '/hserve/v2.2/user/account/', {
      body: { username },
      token,
      headers: {
        'x-hydrogen-client-sdk-type': 'file',
        ...(reauthentication !== undefined && { 'x-reauthentication': reauthentication }),
      },
    })

  it('a session from before the clock was set back by a day takes a re-authentication for a change', async () => {
    const { token } = await hand.register('set-back')
    expect((await rename(token, 'still-fresh')).status).toBe(200)
    server.clock.advance(-24 * HOUR)
    const { body } = await rename(token, 'no-longer-fresh')
    expect(body.error_code).toBe('reauthentication_required')
  })

  it('a re-authentication from before the clock was set back by a day counts no longer', async () => {
    const { token } = await hand.register('set-back-too')
    server.clock.advance(HOUR)
    const path = '/ext/v1/account/reauthenticate/'
    const { body } = await server.call('POST', path, {
      body: { password: 'correct horse battery' },
      token,
    })
    const presented = String(body.reauthentication)
    expect((await rename(token, 'presented', presented)).status).toBe(200)
    server.clock.advance(-24 * HOUR)
    expect((await rename(token, 'presented-long-ago', presented)).status).toBe(403)
  })
})
