import { openWorld } from './kit/world'

const PROFILE_PATH = (id: number) => `/hserve/v2.5/user/info/${id}/`

/**
 * Expectations: vendor's documents on the current user, on logging out and on user access; docs/protocol.md 4.5,
 * 4.7, 7.
 */
describe('a session of the vendor’s SDK', () => {
  const world = openWorld()

  // docs/protocol.md 7
  it('a session of the vendor’s SDK reads its own user with every built-in field', async () => {
    const phone = world.phone('session-alice')
    const { id } = await phone.BaaS.auth.loginWithWechat()
    const user = await phone.BaaS.auth.getCurrentUser()

    expect(user.id).toBe(id)
    expect(user.toJSON()).toMatchObject({
      id,
      created_by: id,
      created_at: expect.any(Number),
      updated_at: expect.any(Number),
      nickname: expect.any(String),
      avatar: expect.any(String),
      gender: expect.any(Number),
      language: expect.any(String),
      city: expect.any(String),
      province: expect.any(String),
      country: expect.any(String),
      openid: user.openid,
      is_authorized: false,
      _username: null,
      _email: null,
      _email_verified: false,
      _phone_verified: false,
      _anonymous: false,
      _provider: { wechat: { openid: user.openid } },
    })
  })

  it('a session of the vendor’s SDK reports moments in seconds and ids that a JavaScript number holds', async () => {
    const phone = world.phone('session-bob')
    const user = await phone.BaaS.auth.loginWithWechat()
    expect(Number.isSafeInteger(user.id)).toBe(true)
    expect(Math.abs(Number(user.get('created_at')) - Date.now() / 1000)).toBeLessThan(60)
  })

  // docs/protocol.md 6
  it('a session of the vendor’s SDK shares one request between concurrent readers', async () => {
    const phone = world.phone('session-carol')
    await phone.BaaS.auth.loginWithWechat()
    const before = phone.wire.length
    const read = () => phone.BaaS.auth.getCurrentUser()
    const users = await Promise.all([read(), read(), read()])
    expect(new Set(users).size).toBe(1)
    expect(phone.wire.length).toBe(before + 1)
  })

  // docs/protocol.md 7.2
  it('a session of the vendor’s SDK sees of others id, nickname and avatar, nothing else', async () => {
    const other = await world.phone('session-dave').BaaS.auth.loginWithWechat()
    const phone = world.phone('session-erin')
    await phone.BaaS.auth.loginWithWechat()
    const { data } = await new phone.BaaS.User().get(other.id)
    expect(Object.keys(data).sort()).toEqual(['avatar', 'id', 'nickname'])
    expect(data['id']).toBe(other.id)
  })

  it('a read of a user that does not exist answers 404, also beyond 2^53', async () => {
    const phone = world.phone('session-frank')
    await phone.BaaS.auth.loginWithWechat()
    const users = new phone.BaaS.User()
    await expect(users.get(1)).rejects.toMatchObject({ code: 404 })
    await expect(users.get(2 ** 60)).rejects.toMatchObject({ code: 404 })
  })

  it('a logout of the vendor’s SDK answers 201, and the token is refused everywhere', async () => {
    const phone = world.phone('session-grace')
    const { id } = await phone.BaaS.auth.loginWithWechat()
    const token = phone.storage.get('ifx_baas_auth_token')
    await phone.BaaS.auth.logout()

    expect(phone.wire.at(-1)).toMatchObject({
      path: '/hserve/v2.0/session/destroy/',
      status: 201,
      answer: { status: 'ok', message: 'Destroy succeed.' },
    })
    expect(phone.storage.get('ifx_baas_auth_token')).toBe('')
    const answer = await fetch(world.server + PROFILE_PATH(id), {
      headers: {
        authorization: `Hydrogen-r1 ${String(token)}`,
        'x-hydrogen-client-id': world.clientId,
      },
    })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ status: 'error', error_msg: expect.any(String) })
  })

  it('a second logout is refused with 401, which the SDK passes on', async () => {
    const phone = world.phone('session-heidi')
    await phone.BaaS.auth.loginWithWechat()
    await phone.BaaS.auth.logout()
    await expect(phone.BaaS.auth.logout()).rejects.toMatchObject({ code: 401 })
  })

  // docs/protocol.md 9.17, 9.18
  it('another user signs in after a logout, in the same storage', async () => {
    const phone = world.phone('session-ivan')
    const ivan = await phone.BaaS.auth.loginWithWechat()
    await phone.BaaS.auth.logout()
    const same = world.phone('session-judy', { storage: phone.storage })
    const judy = await same.BaaS.auth.loginWithWechat()
    expect(judy.id).not.toBe(ivan.id)
    expect((await same.BaaS.auth.getCurrentUser()).id).toBe(judy.id)
  })

  // docs/protocol.md 6
  it('a revoked session is renewed by autoLogin and the request replayed', async () => {
    const phone = world.phone('session-kim', { autoLogin: true })
    const { id } = await phone.BaaS.auth.loginWithWechat()
    phone.storage.set('ifx_baas_auth_token', 'revoked')
    const user = await phone.BaaS.auth.getCurrentUser()
    expect(user.id).toBe(id)
    expect(phone.wire.map(({ status }) => status)).toEqual([201, 401, 201, 200])
  })

  it('a request of another app is refused with an error in the protocol’s shape', async () => {
    const phone = world.phone('session-liam', { clientId: 'somebody-else' })
    await expect(phone.BaaS.auth.loginWithWechat()).rejects.toMatchObject({ code: 400 })
    expect(phone.wire.at(-1)?.answer).toEqual({
      status: 'error',
      error_code: 'client_id_unknown',
      error_msg: expect.any(String),
    })
  })

  it('a dead network is reported as 600 by the vendor’s SDK', async () => {
    const phone = world.phone('session-mona')
    phone.goOffline()
    await expect(phone.BaaS.auth.loginWithWechat()).rejects.toMatchObject({ code: 600 })
  })
})
