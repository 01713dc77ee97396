import { openTestServer } from '../../kit/test-server'
import { serverForFile } from '../../kit/server-for-file'

const PASSWORD = 'correct horse battery'
const SEND = '/hserve/v2.2/sms-verification-code/'
const SMS_LOGIN = '/hserve/v2.1/login/sms/'

const { server, hand } = serverForFile()

const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })

const smsCode = async (phone: string): Promise<string> => {
  expect((await post(SEND, { phone })).status).toBe(200)
  const sent = server.wechat.platform.outbox.sms().at(-1)
  expect(sent?.to).toBe(phone)
  return /\d{6}/.exec(sent?.text ?? '')?.[0] ?? ''
}

describe('text messages', () => {
  it('a code by SMS signs in, and makes an account if asked to', async () => {
    const phone = '13800000001'
    const none = await post(SMS_LOGIN, { phone, code: await smsCode(phone), create_user: false })
    expect(none.status).toBe(404)

    server.clock.advance(60_000)
    const code = await smsCode(phone)
    const first = await post(SMS_LOGIN, { phone: Number(phone), code: Number(code) })
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({ _phone: phone, _phone_verified: true })
    expect((await post(SMS_LOGIN, { phone, code })).status).toBe(400)
  })

  it('the codes by SMS are sent once a minute and ten times a day', async () => {
    const phone = '13800000002'
    await smsCode(phone)
    expect((await post(SEND, { phone })).status).toBe(429)
    for (let sent = 1; sent < 10; sent += 1) {
      server.clock.advance(120_000)
      await smsCode(phone)
    }
    server.clock.advance(120_000)
    expect((await post(SEND, { phone })).status).toBe(429)
  })

  it('a code by SMS is good for five tries and ten minutes', async () => {
    const phone = '13800000003'
    const code = await smsCode(phone)
    const wrong = code === '000000' ? '000001' : '000000'
    const path = '/hserve/v1.8/sms-verification-code/verify/'
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => post(path, { phone, code: wrong })),
    )
    expect(tries.map(({ status }) => status)).toEqual(Array(5).fill(400))
    expect((await post(path, { phone, code })).status).toBe(400)

    server.clock.advance(60_000)
    const late = await smsCode(phone)
    server.clock.advance(600_000)
    expect((await post(path, { phone, code: late })).status).toBe(400)
    const good = await smsCode(phone)
    expect(await post(path, { phone, code: good })).toEqual({ status: 200, body: { status: 'ok' } })
  })

  it("a code by SMS verifies the caller's own number", async () => {
    const phone = '13800000004'
    const { token, user } = await hand.register('vera')
    await server.call('PUT', '/hserve/v2.2/user/account/', {
      body: { phone },
      token,
      headers: { 'x-hydrogen-client-sdk-type': 'file' },
    })
    const code = await smsCode(phone)
    const verified = await post('/hserve/v2.1/sms-phone-verification/', { code }, token)
    expect(verified).toMatchObject({ status: 200, body: { status: 'ok', expires_in: 2592000 } })
    expect(await hand.read(user.id, token)).toBe(401)
    expect(await hand.read(user.id, verified.body.token)).toMatchObject({ _phone_verified: true })
  })

  it('a code by SMS replaces the number that is the last sign-in method by another, at once', async () => {
    const [old, phone] = ['13800000007', '13800000008']
    const { id, token } = (await post(SMS_LOGIN, { phone: old, code: await smsCode(old) })).body
    const code = await smsCode(phone)
    const path = '/hserve/v2.1/sms-phone-verification/'
    const wrong = code === '000000' ? '000001' : '000000'
    expect((await post(path, { phone, code: wrong }, token)).status).toBe(400)
    expect(await hand.read(id, token)).toMatchObject({ _phone: old, _phone_verified: true })

    const { status, body } = await post(path, { phone, code }, token)
    expect(status).toBe(200)
    expect(await hand.read(id, body.token)).toMatchObject({ _phone: phone, _phone_verified: true })
    const anonymous = (await post('/hserve/v2.0/login/anonymous/', {})).body.token
    expect((await post(path, { phone, code }, anonymous)).status).toBe(403)
  })

  it('a code by SMS opens no account that only claims the number, and drops its claim', async () => {
    const phone = '13800000005'
    const claimed = (await post('/hserve/v2.1/register/phone/', { phone, password: PASSWORD })).body
    const verified = await post(SMS_LOGIN, { phone, code: await smsCode(phone) })

    expect(verified.body.id).not.toBe(claimed.id)
    expect(await hand.read(claimed.id, claimed.token)).toMatchObject({ _phone: null })
    expect((await post('/hserve/v2.1/login/phone/', { phone, password: PASSWORD })).status).toBe(
      400,
    )
  })

  it('the codes by SMS are answered 503 when the gateway is down', async () => {
    const lonely = await openTestServer({ SMS_HOOK_URL: 'http://127.0.0.1:1/sms' })
    const answer = await lonely.call('POST', SEND, { body: { phone: '13800000006' } })
    await lonely.close()
    expect(answer.status).toBe(503)
  })
})
