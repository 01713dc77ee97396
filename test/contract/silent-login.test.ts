import { openWorld } from './kit/world'

/** Expectations: vendor's document "登入登出" (docs/protocol.md 1.1) and docs/protocol.md 3.1, 3.2, 8. */
describe('silent login with the vendor’s SDK', () => {
  const world = openWorld()

  it('a silent login makes an account for a new person, of whom the SDK gets a whole user', async () => {
    const phone = world.phone('contract-alice')
    const user = await phone.BaaS.auth.loginWithWechat()

    expect(user.id).toEqual(expect.any(Number))
    expect(user.user_id).toBe(user.id)
    expect(user.openid).toMatch(/^\S{10,}$/)
    expect(user._anonymous).toBe(false)
    expect(user.session_expires_at).toBeGreaterThan(Date.now() / 1000 + 86_400)
    expect(user.get('created_at')).toBeLessThanOrEqual(Math.ceil(Date.now() / 1000))
  })

  it('a silent login sends what the published 3.23.6 does, in one request', async () => {
    const phone = world.phone('contract-bob')
    await phone.BaaS.auth.loginWithWechat()

    expect(phone.wire).toHaveLength(1)
    const [login] = phone.wire
    expect(login).toMatchObject({
      method: 'POST',
      path: '/hserve/v2.5/idp/wechat/silent-login/',
      body: { create_user: true, code: expect.any(String), login_with_unionid: false },
      headers: {
        'x-hydrogen-client-id': world.clientId,
        'x-hydrogen-client-version': 'v3.23.6',
        'x-hydrogen-client-platform': 'WECHAT',
        'x-hydrogen-client-sdk-type': 'file',
      },
      answer: { token: expect.any(String), expires_in: expect.any(Number) },
    })
    expect(String(login?.status)).toMatch(/^2\d\d$/)
  })

  it('a silent login knows the person again on another phone, as the same user', async () => {
    const first = await world.phone('contract-carol').BaaS.auth.loginWithWechat()
    const second = await world.phone('contract-carol').BaaS.auth.loginWithWechat()
    expect(second.id).toBe(first.id)
    expect(second.openid).toBe(first.openid)
  })

  it('a silent login creates no user when asked not to: 404, again and again', async () => {
    const phone = world.phone('contract-dave')
    const login = () => phone.BaaS.auth.loginWithWechat(null, { createUser: false })
    await expect(login()).rejects.toMatchObject({ code: 404, message: '404: not found' })
    await expect(login()).rejects.toMatchObject({ code: 404 })
    expect(phone.storage.get('ifx_baas_auth_token')).toBeUndefined()
  })

  it('a silent login signs a known person in also when asked to create no user', async () => {
    const made = await world.phone('contract-erin').BaaS.auth.loginWithWechat()
    const phone = world.phone('contract-erin')
    const known = await phone.BaaS.auth.loginWithWechat(null, { createUser: false })
    expect(known.id).toBe(made.id)
  })

  it('a silent login keeps two people apart', async () => {
    const frank = await world.phone('contract-frank').BaaS.auth.loginWithWechat()
    const grace = await world.phone('contract-grace').BaaS.auth.loginWithWechat()
    expect(grace.id).not.toBe(frank.id)
    expect(grace.openid).not.toBe(frank.openid)
  })

  it('a second login of a signed-in phone is answered with the user, by one read', async () => {
    const phone = world.phone('contract-heidi')
    const user = await phone.BaaS.auth.loginWithWechat()
    const again = await phone.BaaS.auth.loginWithWechat()
    expect(again.id).toBe(user.id)
    expect(phone.wire.at(-1)).toMatchObject({
      method: 'GET',
      path: `/hserve/v2.5/user/info/${user.id}/`,
      status: 200,
    })
  })

  it('the deprecated BaaS.login(false) returns id, openid, unionid and expiry', async () => {
    const phone = world.phone('contract-ivan')
    const { id, openid, session_expires_at } = await phone.BaaS.login(false)
    expect(id).toEqual(expect.any(Number))
    expect(openid).toEqual(expect.any(String))
    expect(session_expires_at).toEqual(expect.any(Number))
  })

  it('a spent code is refused, in the protocol’s error shape', async () => {
    const phone = world.phone('contract-judy')
    const code = await phone.loginCode()
    const send = () =>
      fetch(`${world.server}/hserve/v2.5/idp/wechat/silent-login/`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-hydrogen-client-id': world.clientId },
        body: JSON.stringify({ code, create_user: true, login_with_unionid: false }),
      })
    expect((await send()).ok).toBe(true)
    const replay = await send()
    expect(replay.status).toBe(400)
    expect(await replay.json()).toEqual({
      status: 'error',
      error_code: 'wechat_code_used',
      error_msg: expect.any(String),
    })
  })
})
