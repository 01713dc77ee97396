import { openWorld } from './kit/world'

const password = 'correct horse battery'
const CODE = /\b\d{6}\b/

/**
 * Expectations: vendor's documents on SMS codes, e-mail verification and password reset; docs/protocol.md 4.3, 4.6,
 * 4.11, 4.12, 4.13, 4.14.
 */
const tokenIn = (answer: unknown): string[] =>
  typeof answer === 'object' && answer !== null && 'token' in answer ? [String(answer.token)] : []

describe('codes by SMS and links by mail, by the vendor’s SDK', () => {
  const world = openWorld()

  const codeSentTo = async (number: string): Promise<string> => {
    const [code] = CODE.exec((await world.wechat.messages(number)).at(-1)?.text ?? '') ?? []
    return code ?? ''
  }

  it('a number signs in by SMS with the vendor’s SDK, as a new user with a verified phone', async () => {
    const phone = world.phone('messages-alice')
    const { statusCode, data } = await phone.BaaS.sendSmsCode({ phone: '13800000301' })
    expect(statusCode).toBe(200)
    expect(data).toEqual({ status: 'ok' })
    const code = await codeSentTo('13800000301')
    const user = await phone.BaaS.auth.loginWithSmsVerificationCode('13800000301', code)
    expect(phone.wire.at(-2)).toMatchObject({
      path: '/hserve/v2.1/login/sms/',
      body: { phone: '13800000301', code, create_user: true },
    })
    expect(user.toJSON()).toMatchObject({ _phone: '13800000301', _phone_verified: true })
  })

  it('an SMS login creates no user when asked not to: 404', async () => {
    const { BaaS } = world.phone('messages-bob')
    await BaaS.sendSmsCode({ phone: '13800000302' })
    const code = await codeSentTo('13800000302')
    await expect(
      BaaS.auth.loginWithSmsVerificationCode('13800000302', code, { createUser: false }),
    ).rejects.toMatchObject({ code: 404 })
  })

  it('one code a minute goes to a number; the second request is refused', async () => {
    const { BaaS } = world.phone('messages-carol')
    await BaaS.sendSmsCode({ phone: '13800000303' })
    await expect(BaaS.sendSmsCode({ phone: '13800000303' })).rejects.toMatchObject({
      code: expect.any(Number),
      message: expect.stringMatching(/^4\d\d: \S+/),
    })
    expect(await world.wechat.messages('13800000303')).toHaveLength(1)
  })

  it('a code is checked also when the app sends it as a number', async () => {
    const { BaaS } = world.phone('messages-dave')
    await BaaS.sendSmsCode({ phone: '13800000304' })
    const code = await codeSentTo('13800000304')
    const wrong = code === '123456' ? '654321' : '123456'
    await expect(BaaS.verifySmsCode({ phone: '13800000304', code: wrong })).rejects.toMatchObject({
      code: 400,
    })
    const { data } = await BaaS.verifySmsCode({ phone: '13800000304', code: Number(code) })
    expect(data).toEqual({ status: 'ok' })
  })

  it('the phone of a signed-in user is verified by a code', async () => {
    const phone = world.phone('messages-erin')
    const user = await phone.BaaS.auth.loginWithWechat()
    await user.setMobilePhone('13800000305')
    await phone.BaaS.sendSmsCode({ phone: '13800000305' })
    await user.verifyMobilePhone(await codeSentTo('13800000305'))
    expect((await phone.BaaS.auth.getCurrentUser())._phone_verified).toBe(true)
  })

  it('a mailed code verifies an e-mail address, typed where its owner is signed in', async () => {
    const phone = world.phone('messages-frank')
    const email = 'messages-frank@example.com'
    const user = await phone.BaaS.auth.register({ email, password })
    expect(user._email_verified).toBe(false)
    await user.requestEmailVerification()
    expect(phone.wire.at(-1)).toMatchObject({
      path: '/hserve/v2.0/user/email-verify/',
      body: {},
      status: 201,
      answer: { status: 'ok' },
    })
    const [mail] = await world.wechat.messages(email)
    expect(mail?.text).toMatch(/https?:\/\/\S+/)
    const token = phone.wire.flatMap(({ answer }) => tokenIn(answer)).at(-1) ?? ''
    expect(await world.typeMailedCode(token, email)).toBe(200)
    expect((await phone.BaaS.auth.getCurrentUser())._email_verified).toBe(true)
  })

  it('a password reset is answered alike whether or not the address is known', async () => {
    const phone = world.phone('messages-grace')
    await phone.BaaS.auth.requestPasswordReset({ email: 'nobody-at-all@example.com' })
    expect(phone.wire.at(-1)).toMatchObject({
      path: '/hserve/v2.0/user/password/reset/',
      status: 201,
      answer: { status: 'ok' },
    })
  })
})
