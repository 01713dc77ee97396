import { openWorld } from './kit/world'

/** Expectations: vendor's "用户一键授权手机号登录" and "更新用户手机号" (docs/protocol.md 1.1); docs/protocol.md 3.2, 3.4, 8. */
describe('the phone number, by the vendor’s SDK', () => {
  const world = openWorld()

  it('the phone button of the vendor’s SDK signs a new person in by one tap, with a verified number', async () => {
    const phone = world.phone('phone-alice')
    const code = await phone.loginCode()
    const event = await phone.tapPhoneButton()
    const user = await phone.BaaS.auth.loginWithWechat(event, { code })

    expect(phone.wire.at(-1)).toMatchObject({
      method: 'POST',
      path: '/hserve/v2.7/idp/wechat/phone-login/',
      body: { code, phone_code: event.detail.code, create_user: true },
    })
    expect(String(phone.wire.at(-1)?.status)).toMatch(/^2\d\d$/)
    expect(user._phone).toMatch(/^1\d{10}$/)
    expect(user._phone_verified).toBe(true)
    expect(user.openid).toEqual(expect.any(String))
  })

  it('the next launch finds a person of the phone button by their WeChat user', async () => {
    const phone = world.phone('phone-bob')
    const code = await phone.loginCode()
    const made = await phone.BaaS.auth.loginWithWechat(await phone.tapPhoneButton(), { code })
    const next = await world
      .phone('phone-bob')
      .BaaS.auth.loginWithWechat(null, { createUser: false })
    expect(next.id).toBe(made.id)
    expect(next._phone).toBe(made._phone)
  })

  it('a phone login creates no user when asked not to: 404', async () => {
    const phone = world.phone('phone-carol')
    const code = await phone.loginCode()
    const event = await phone.tapPhoneButton()
    await expect(
      phone.BaaS.auth.loginWithWechat(event, { code, createUser: false }),
    ).rejects.toMatchObject({ code: 404 })
  })

  // docs/protocol.md 8
  it('handleUserInfo, called directly, does not create a user', async () => {
    const phone = world.phone('phone-dave')
    const code = await phone.loginCode()
    const event = await phone.tapPhoneButton()
    await expect(phone.BaaS.auth.handleUserInfo({ ...event, code })).rejects.toMatchObject({
      code: 404,
    })
    expect(phone.wire.at(-1)?.body).toMatchObject({ create_user: false })
  })

  it('a phone login takes encrypted data of base libraries before 2.21.2, which have no phone code', async () => {
    const phone = world.phone('phone-erin', { libVersion: '2.21.1' })
    const code = await phone.loginCode()
    const event = await phone.tapPhoneButton()
    const user = await phone.BaaS.auth.loginWithWechat(event, { code })
    expect(phone.wire.at(-1)?.path).toBe('/hserve/v2.5/idp/wechat/phone-login/')
    expect(phone.wire.at(-1)?.body).not.toHaveProperty('phone_code')
    expect(user._phone_verified).toBe(true)
  })

  it('a signed-in user binds a number, verified, with the vendor’s SDK', async () => {
    const phone = world.phone('phone-frank')
    await phone.BaaS.auth.loginWithWechat()
    const user = await phone.BaaS.auth.updatePhoneNumber(await phone.tapPhoneButton('13800000201'))
    expect(phone.wire.at(-1)).toMatchObject({
      method: 'PUT',
      path: '/hserve/v2.7/idp/wechat/phone-verification/',
      body: { overwrite: true, phone_code: expect.any(String) },
      status: 200,
    })
    expect(user.toJSON()).toMatchObject({ _phone: '13800000201', _phone_verified: true })
    // The SDK keeps the token it had (it looks for none in this answer): it has to go on working.
    expect((await phone.BaaS.auth.getCurrentUser())._phone).toBe('13800000201')
  })

  // docs/protocol.md 9.11
  it('binding replaces another number, unless overwrite is false: 400, its words lost in the SDK', async () => {
    const phone = world.phone('phone-grace')
    await phone.BaaS.auth.loginWithWechat()
    await phone.BaaS.auth.updatePhoneNumber(await phone.tapPhoneButton('13800000202'))
    await expect(
      phone.BaaS.auth.updatePhoneNumber(await phone.tapPhoneButton('13800000203'), {
        overwrite: false,
      }),
    ).rejects.toMatchObject({ code: 400, message: '400: unknown error' })
    expect(phone.wire.at(-1)?.answer).toEqual({
      status: 'error',
      error_msg: expect.any(String),
      error_code: 'phone_bound',
    })
    expect((await phone.BaaS.auth.getCurrentUser())._phone).toBe('13800000202')

    const user = await phone.BaaS.auth.updatePhoneNumber(await phone.tapPhoneButton('13800000203'))
    expect(user._phone).toBe('13800000203')
  })

  it('binding takes the encrypted number of old base libraries for a signed-in user', async () => {
    const phone = world.phone('phone-heidi', { libVersion: '2.21.1' })
    await phone.BaaS.auth.loginWithWechat()
    const user = await phone.BaaS.auth.updatePhoneNumber(await phone.tapPhoneButton('13800000204'))
    expect(phone.wire.at(-1)?.path).toBe('/hserve/v2.5/idp/wechat/phone-verification/')
    expect(user._phone).toBe('13800000204')
  })

  it('binding without a session is 604 on the phone, 401 on the wire', async () => {
    const phone = world.phone('phone-ivan')
    await expect(
      phone.BaaS.auth.updatePhoneNumber(await phone.tapPhoneButton()),
    ).rejects.toMatchObject({ code: 604 })
    expect(phone.wire.at(-1)?.status).toBe(401)
  })

  // docs/protocol.md 1.1
  it('a refusal of the phone button never reaches the server: 603 with the ids the SDK has', async () => {
    const phone = world.phone('phone-judy')
    const user = await phone.BaaS.auth.loginWithWechat()
    await phone.BaaS.clearSession()
    const before = phone.wire.length
    const refused = { detail: { errMsg: 'getPhoneNumber:fail user deny' } }
    await expect(
      Promise.resolve().then(() => phone.BaaS.auth.handleUserInfo(refused)),
    ).rejects.toMatchObject({ code: 603 })
    expect(phone.wire.slice(before).map(({ path }) => path)).not.toContain(
      '/hserve/v2.7/idp/wechat/phone-login/',
    )
    expect(user.id).toEqual(expect.any(Number))
  })

  it('a spent phone code is refused by the server', async () => {
    const phone = world.phone('phone-kim')
    await phone.BaaS.auth.loginWithWechat()
    const event = await phone.tapPhoneButton('13800000205')
    await phone.BaaS.auth.updatePhoneNumber(event)
    await expect(phone.BaaS.auth.updatePhoneNumber(event)).rejects.toMatchObject({ code: 400 })
  })

  it('the decryption of a number is for the person who owns the data', async () => {
    const phone = world.phone('phone-liam')
    await phone.BaaS.auth.loginWithWechat()
    const { detail } = await phone.tapPhoneButton('13800000206')
    const { encryptedData = '', iv = '', code = '' } = detail
    const data = await phone.BaaS.wxDecryptData(encryptedData, iv, 'phone-number', code)
    expect(data).toMatchObject({ purePhoneNumber: '13800000206', countryCode: '86' })
    expect(phone.wire.at(-1)?.path).toBe('/hserve/v2.7/wechat/decrypt/phone-number/')
  })
})
