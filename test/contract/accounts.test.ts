import { openWorld } from './kit/world'

const password = 'correct horse battery'

/** Expectations: vendor's "用户注册与登录" and web API user.md; docs/protocol.md 4.1, 4.2, 4.4, 4.10, 8. */
describe('accounts with a password, by the vendor’s SDK', () => {
  const world = openWorld()

  it.each([
    ['username', { username: 'Accounts-Alice' }, { _username: 'Accounts-Alice' }],
    ['email', { email: 'Accounts-Alice@Example.com' }, { _email: 'accounts-alice@example.com' }],
    ['phone', { phone: '13800000101' }, { _phone: '13800000101' }],
  ])(
    'an account registers by %s and signs in with it, as the same user',
    async (kind, name, fields) => {
      const phone = world.phone('accounts-alice')
      const made = await phone.BaaS.auth.register({ ...name, password })
      expect(phone.wire[0]).toMatchObject({
        method: 'POST',
        path: `/hserve/v2.1/register/${kind}/`,
        body: { ...name, password },
        status: 201,
        answer: { user_id: made.id, token: expect.any(String), expires_in: expect.any(Number) },
      })
      expect(
        Number((phone.wire[0]?.answer as { expires_in: number }).expires_in),
      ).toBeLessThanOrEqual(2_592_000)
      expect(made.toJSON()).toMatchObject({ ...fields, _anonymous: false })
      expect(made.openid ?? null).toBeNull()

      const other = world.phone('accounts-alice-tablet')
      const known = await other.BaaS.auth.login({ ...name, password })
      expect(known.id).toBe(made.id)
      expect(other.wire[0]).toMatchObject({ path: `/hserve/v2.1/login/${kind}/`, status: 201 })
    },
  )

  // docs/protocol.md 7
  it('a username is the same in any case by the vendor’s SDK', async () => {
    const made = await world
      .phone('accounts-bob')
      .BaaS.auth.register({ username: 'Accounts-Bob', password })
    const again = world.phone('accounts-bob-2')
    await expect(
      again.BaaS.auth.register({ username: 'accounts-BOB', password }),
    ).rejects.toMatchObject({ code: 400 })
    const known = await again.BaaS.auth.login({ username: 'ACCOUNTS-bob', password })
    expect(known.id).toBe(made.id)
  })

  it('a wrong password and an unknown name are refused with the same 400', async () => {
    const phone = world.phone('accounts-carol')
    await phone.BaaS.auth.register({ username: 'accounts-carol', password })
    const { auth } = world.phone('accounts-carol-2').BaaS
    const message = async (username: string) =>
      auth.login({ username, password: 'another long word' }).then(
        () => 'signed in',
        (error: { code: number; message: string }) => `${error.code} ${error.message}`,
      )
    const wrong = await message('accounts-carol')
    expect(wrong).toMatch(/^400 400: \S+/)
    expect(await message('accounts-nobody')).toBe(wrong)
  })

  // docs/protocol.md 8
  it('an anonymous user of the vendor’s SDK keeps the id by registering', async () => {
    const phone = world.phone('accounts-dave')
    const anonymous = await phone.BaaS.auth.anonymousLogin()
    expect(phone.wire[0]).toMatchObject({ path: '/hserve/v2.0/login/anonymous/', body: {} })
    expect(String(phone.wire[0]?.status)).toMatch(/^2\d\d$/)
    expect(anonymous._anonymous).toBe(true)
    expect(phone.storage.get('ifx_baas_is_anonymous_user')).toBe(1)

    const registered = await phone.BaaS.auth.register({ username: 'accounts-dave', password })
    expect(registered.id).toBe(anonymous.id)
    expect(registered._anonymous).toBe(false)
    expect(phone.storage.get('ifx_baas_is_anonymous_user')).toBe(0)
  })

  it('every anonymous login of the vendor’s SDK makes a user of its own', async () => {
    const one = await world.phone('accounts-erin').BaaS.auth.anonymousLogin()
    const two = await world.phone('accounts-erin').BaaS.auth.anonymousLogin()
    expect(two.id).not.toBe(one.id)
  })

  // docs/protocol.md 1.1
  it('a WeChat user of the vendor’s SDK sets a username and an e-mail, and then signs in by them', async () => {
    const phone = world.phone('accounts-frank')
    const user = await phone.BaaS.auth.loginWithWechat()
    await user.setAccount({ username: 'accounts-frank', email: 'frank@example.com', password })
    const answer = phone.wire.at(-1)
    expect(answer).toMatchObject({
      method: 'PUT',
      path: '/hserve/v2.2/user/account/',
      // The SDK renames the password in its caller's object (docs/protocol.md 9.31) and sends no old one.
      body: { username: 'accounts-frank', email: 'frank@example.com', new_password: password },
      status: 200,
      answer: { username: 'accounts-frank', email: 'frank@example.com', email_verified: false },
    })
    for (const name of [{ username: 'accounts-frank' }, { email: 'frank@example.com' }]) {
      const known = await world.phone('accounts-frank-2').BaaS.auth.login({ ...name, password })
      expect(known.id).toBe(user.id)
    }
  })

  // docs/protocol.md 9.16
  it('an account change is answered with the whole user besides the documented keys', async () => {
    const phone = world.phone('accounts-grace')
    const user = await phone.BaaS.auth.loginWithWechat()
    const changed = await user.setUsername('accounts-grace')
    // The SDK replaces all attributes by the reply, so what the reply lacks would be lost to the app.
    expect(changed.get('openid')).toBe(user.openid)
    expect(changed.toJSON()).toMatchObject({ _username: 'accounts-grace', id: user.id })
  })

  it('the e-mail and the phone are set unverified, one at a time', async () => {
    const phone = world.phone('accounts-heidi')
    const user = await phone.BaaS.auth.loginWithWechat()
    await user.setEmail('Heidi@Example.com')
    await user.setMobilePhone('13800000102')
    const now = await phone.BaaS.auth.getCurrentUser()
    expect(now.toJSON()).toMatchObject({
      _email: 'heidi@example.com',
      _email_verified: false,
      _phone: '13800000102',
      _phone_verified: false,
    })
  })

  it('a name that another account has is refused, and nothing changes then', async () => {
    await world.phone('accounts-ivan').BaaS.auth.register({ username: 'accounts-ivan', password })
    const phone = world.phone('accounts-judy')
    const user = await phone.BaaS.auth.loginWithWechat()
    await expect(user.setUsername('Accounts-IVAN')).rejects.toMatchObject({ code: 400 })
    expect((await phone.BaaS.auth.getCurrentUser())._username).toBeNull()
  })

  it('a password is changed against the old one, and the SDK stays signed in', async () => {
    const username = 'accounts-kim'
    const phone = world.phone(username)
    const user = await phone.BaaS.auth.register({ username, password })
    await expect(
      user.updatePassword({ password: 'not the old one', newPassword: 'staple battery horse' }),
    ).rejects.toMatchObject({ code: 400 })
    await user.updatePassword({ password, newPassword: 'staple battery horse' })
    // The SDK cannot take a new token from this answer, so the one it holds has to go on working.
    expect((await phone.BaaS.auth.getCurrentUser()).id).toBe(user.id)

    const { auth } = world.phone('accounts-kim-2').BaaS
    await expect(auth.login({ username, password })).rejects.toMatchObject({ code: 400 })
    const known = await auth.login({ username, password: 'staple battery horse' })
    expect(known.id).toBe(user.id)
  })

  it('a registration while another session is stored makes a new user', async () => {
    const phone = world.phone('accounts-liam')
    const wechat = await phone.BaaS.auth.loginWithWechat()
    const made = await phone.BaaS.auth.register({ email: 'liam@example.com', password })
    expect(made.id).not.toBe(wechat.id)
  })
})
