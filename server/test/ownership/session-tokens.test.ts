import { serverForFile } from '../kit/server-for-file'
import { mailedCode } from '../kit/mailed-code'
import { textedCode } from '../kit/texted-code'

const PASSWORD = 'correct horse battery'
const ACCOUNT = '/hserve/v2.2/user/account/'
const LINK = '/hserve/v2.4/idp/wechat/user-associate/'
const TEN_MINUTES_MS = 10 * 60_000

const { server, hand } = serverForFile()

const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })
const change = (body: object, token: string) => server.call('PUT', ACCOUNT, { body, token })
const smsCode = async (phone: string) => {
  await post('/hserve/v2.2/sms-verification-code/', { phone })
  return textedCode(server)
}
const signInBySms = async (phone: string) =>
  post('/hserve/v2.1/login/sms/', { phone, code: await smsCode(phone) })
const verifyEmail = async (token: string) => {
  await post('/hserve/v2.0/user/email-verify/', {}, token)
  const { body } = await post('/ext/v1/account/email/verify/', { code: mailedCode(server) }, token)
  return String(body.token)
}

describe('a session token alone', () => {
  it('a session token alone adds, changes and removes no sign-in method ten minutes after the sign-in', async () => {
    const { token } = await hand.register('careful-one')
    server.clock.advance(TEN_MINUTES_MS + 1)
    const attempts = [
      await change({ username: 'stolen-one' }, token),
      await change({ email: 'thief@example.com' }, token),
      await change({ phone: '13811110003' }, token),
      await change({ username: null }, token),
      await post(LINK, { code: hand.code('thief') }, token),
      await post('/ext/v1/account/delete/', {}, token),
    ]
    for (const { status, body } of attempts) {
      expect([status, body.error_code, body.methods]).toEqual([
        403,
        'reauthentication_required',
        ['password'],
      ])
    }
    expect((await change({ new_password: 'a thief’s own words' }, token)).status).toBe(400)
  })

  it('a session token alone verifies no address of a thief that the owner once typed, and no number', async () => {
    const email = 'mistyped@example.com'
    const registered = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    const claimed = await change({ phone: '13811110009' }, registered.body.token)
    const { token } = claimed.body
    await post('/hserve/v2.0/user/email-verify/', {}, token)
    const mailed = mailedCode(server)
    const texted = await smsCode('13811110009')
    server.clock.advance(TEN_MINUTES_MS + 1)

    const verify = (reauthentication?: unknown) =>
      server.call('POST', '/ext/v1/account/email/verify/', {
        body: { code: mailed },
        token,
        ...(reauthentication !== undefined && {
          headers: { 'x-reauthentication': String(reauthentication) },
        }),
      })
    const attempts = [
      await verify(),
      await post('/hserve/v2.1/sms-phone-verification/', { code: texted }, token),
    ]
    for (const { status, body } of attempts) {
      expect([status, body.error_code, body.methods]).toEqual([
        403,
        'reauthentication_required',
        ['password'],
      ])
    }
    const again = await post('/ext/v1/account/reauthenticate/', { password: PASSWORD }, token)
    expect((await verify(again.body.reauthentication)).body).toMatchObject({
      _email_verified: true,
    })
  })

  it('a session token changes sign-in methods with the password, or with the token of a re-authentication of the same session', async () => {
    const { token } = await hand.register('careful-two')
    const other = await hand.register('careful-three')
    server.clock.advance(TEN_MINUTES_MS + 1)
    const reauthenticate = (body: object, by = token) =>
      post('/ext/v1/account/reauthenticate/', body, by)
    expect(await reauthenticate({ password: 'not that one' })).toMatchObject({
      status: 403,
      body: { error_code: 'reauthentication_failed' },
    })
    const foreign = await reauthenticate({ password: PASSWORD }, other.token)
    const own = await reauthenticate({ password: PASSWORD })
    const rename = (reauthentication: unknown) =>
      server.call('PUT', ACCOUNT, {
        body: { username: 'careful-renamed' },
        token,
        headers: { 'x-reauthentication': String(reauthentication) },
      })
    expect((await rename(foreign.body.reauthentication)).status).toBe(403)
    expect((await rename('invented')).status).toBe(403)
    expect((await rename(own.body.reauthentication)).status).toBe(200)
    server.clock.advance(TEN_MINUTES_MS)
    expect((await rename(own.body.reauthentication)).status).toBe(403)
    const direct = await change({ email: 'careful@example.com', password: PASSWORD }, token)
    expect(direct.status).toBe(200)
  })

  it('a session token changes sign-in methods with a code of the linked WeChat, and with a code to the verified number or address', async () => {
    const { token } = await hand.signIn('careful-four')
    const bound = await server.call('PUT', '/hserve/v2.7/idp/wechat/phone-verification/', {
      body: hand.phoneButton('careful-four', '13811110004'),
      token,
    })
    const mailed = await change({ email: 'careful-four@example.com' }, bound.body.token)
    const last = await verifyEmail(mailed.body.token)
    server.clock.advance(TEN_MINUTES_MS + 1)
    const reauthenticate = (body: object) => post('/ext/v1/account/reauthenticate/', body, last)
    const send = (to: string) => post('/ext/v1/account/reauthenticate/send/', { to }, last)

    expect((await reauthenticate({ code: hand.code('stranger') })).status).toBe(403)
    expect((await reauthenticate({ sms_code: '000000' })).body.error_code).toBe('sms_code_wrong')
    expect((await reauthenticate({ email_code: 'AAAA-AAAA' })).body.error_code).toBe(
      'email_code_wrong',
    )
    expect((await reauthenticate({ code: hand.code('careful-four') })).status).toBe(200)
    expect((await send('phone')).status).toBe(200)
    const sms = textedCode(server)
    expect((await reauthenticate({ sms_code: sms })).status).toBe(200)
    expect((await send('email')).status).toBe(200)
    expect((await reauthenticate({ email_code: mailedCode(server) })).status).toBe(200)
  })
})

describe('the owner of an account', () => {
  it('the owner of an account is notified of every change at the verified address and number from before it', async () => {
    const email = 'told@example.com'
    const registered = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    const token = await verifyEmail(registered.body.token)
    await change({ email: 'other@example.com', password: PASSWORD }, token)
    await server.context.background.settled()
    const mail = server.wechat.platform.outbox.mails().at(-1)
    expect(mail?.to).toBe(email)
    expect(mail?.text).toContain('a new e-mail address was entered')
    expect(mail?.text).not.toContain('other@example.com')
  })

  it('the owner who links by phone button is signed in nowhere else, and is notified of it', async () => {
    const phone = '13811110005'
    const before = await signInBySms(phone)
    const adopted = await post('/hserve/v2.7/idp/wechat/phone-login/', {
      code: hand.code('adopting'),
      ...hand.phoneButton('adopting', phone),
    })
    await server.context.background.settled()
    expect(adopted.body.user_info.id).toBe(before.body.id)
    expect(await hand.read(before.body.id, before.body.token)).toBe(401)
    expect(server.wechat.platform.outbox.sms().at(-1)).toMatchObject({ to: phone })
    const exported = await server.call('GET', '/ext/v1/account/export/', {
      token: adopted.body.token,
    })
    const kinds = exported.body.audit.map(({ kind }: { kind: string }) => kind)
    expect(kinds).toContain('linked_wechat')
  })

  it('the owner of an account keeps the verified number when a sign-in brings another one', async () => {
    const { token } = await hand.signIn('two-numbers')
    await server.call('PUT', '/hserve/v2.7/idp/wechat/phone-verification/', {
      body: hand.phoneButton('two-numbers', '13811110006'),
      token,
    })
    const { body } = await post('/hserve/v2.7/idp/wechat/phone-login/', {
      code: hand.code('two-numbers'),
      ...hand.phoneButton('two-numbers', '13811110007'),
    })
    expect(body.user_info._phone).toBe('13811110006')
  })
})
