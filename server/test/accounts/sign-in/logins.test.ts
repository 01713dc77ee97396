import { buildApp } from '../../../src/app'
import { serverForFile } from '../../kit/server-for-file'

const PATH = '/ext/v1/account/logins/'
const MINUTE_MS = 60_000
const NOWHERE = { login_province: '', login_city: '', login_district: '' }

const { server, hand } = serverForFile()

const logins = async (token: string) => (await server.call('GET', PATH, { token })).body
const nowSeconds = () => Math.floor(server.clock.now() / 1000)

describe('the sign-ins of a person', () => {
  it('the sign-ins of a person are counted, silent ones and those by phone; only the first is of someone new', async () => {
    const { token } = await hand.signIn('alice')
    const first = { login_times: 1, last_login_time: nowSeconds(), is_new: true, ...NOWHERE }
    expect(await logins(token)).toEqual(first)

    server.clock.advance(MINUTE_MS)
    expect(await logins(token)).toEqual(first)
    const again = await hand.signIn('alice')
    const second = { login_times: 2, last_login_time: nowSeconds(), is_new: false }
    expect(await logins(again.token)).toMatchObject(second)

    server.clock.advance(MINUTE_MS)
    const body = { ...hand.phoneButton('alice'), code: hand.code('alice') }
    const byPhone = await server.call('POST', '/hserve/v2.7/idp/wechat/phone-login/', { body })
    const third = { login_times: 3, last_login_time: nowSeconds() }
    expect(await logins(byPhone.body.token)).toMatchObject(third)
  })

  it('the first sign-in of a person by phone is counted once, and is of someone new', async () => {
    const body = { ...hand.phoneButton('paul'), code: hand.code('paul'), create_user: true }
    const answer = await server.call('POST', '/hserve/v2.7/idp/wechat/phone-login/', { body })
    const first = { login_times: 1, last_login_time: nowSeconds(), is_new: true, ...NOWHERE }
    expect(await logins(answer.body.token)).toEqual(first)
  })

  it('a launch with the stored session is counted as a sign-in where the app reports it: no one is new then', async () => {
    const { token } = await hand.signIn('erin')
    server.clock.advance(MINUTE_MS)
    const { body } = await server.call('POST', PATH, { token })
    const visit = { login_times: 2, last_login_time: nowSeconds(), is_new: false }
    expect(body).toMatchObject(visit)
    expect(await logins(token)).toMatchObject(visit)
    expect((await server.call('POST', PATH)).status).toBe(401)
  })

  it('the count of sign-ins is 0 before the first with WeChat, and an old account is never new', async () => {
    const { token } = await hand.register('ben')
    const none = { login_times: 0, last_login_time: 0, is_new: false, ...NOWHERE }
    expect(await logins(token)).toEqual(none)

    const link = { body: { code: hand.code('ben') }, token }
    const linked = await server.call('POST', '/hserve/v2.4/idp/wechat/user-associate/', link)
    expect(await logins(linked.body.token)).toEqual(none)
    server.clock.advance(MINUTE_MS)
    const first = { login_times: 1, is_new: false }
    expect(await logins((await hand.signIn('ben')).token)).toMatchObject(first)
  })

  it('the sign-ins of a person come with the place of the address, where the server was given a table of places', async () => {
    const { token } = await hand.signIn('carol')
    const asked: string[] = []
    const app = await buildApp({
      ...server.context,
      placeOf: (ipAddress) => {
        asked.push(ipAddress)
        return { province: '广东省', city: '广州市', district: '海珠区' }
      },
    })
    const reply = await app.inject({
      url: PATH,
      remoteAddress: '203.0.113.7',
      headers: { 'x-hydrogen-client-id': 'starter-dev', authorization: `Hydrogen-r1 ${token}` },
    })
    expect(reply.json()).toMatchObject({
      login_province: '广东省',
      login_city: '广州市',
      login_district: '海珠区',
    })
    expect(asked).toEqual(['203.0.113.7'])
    await app.close()
  })

  it('the sign-ins of a person are shown to no one else, and exported with the rest', async () => {
    expect((await server.call('GET', PATH)).status).toBe(401)
    const { token } = await hand.signIn('dan')
    const { body } = await server.call('GET', '/ext/v1/account/export/', { token })
    const lastLoginAt = new Date(server.clock.now()).toISOString()
    expect(body.wechat).toEqual([
      expect.objectContaining({ login_times: 1, last_login_at: lastLoginAt }),
    ])
    expect(await hand.read(body.user.id, token)).not.toHaveProperty('login_times')
  })
})
