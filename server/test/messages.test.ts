import { openDesk, type Desk } from './kit/desk'
import { phoneInHand, type PhoneInHand } from './kit/phone-in-hand'

const PASSWORD = 'correct horse battery'
const SEND = '/hserve/v2.2/sms-verification-code/'
const SMS_LOGIN = '/hserve/v2.1/login/sms/'

let desk: Desk
let hand: PhoneInHand
beforeAll(async () => {
  desk = await openDesk()
  hand = phoneInHand(desk)
})
afterAll(() => desk.close())

const post = (path: string, body: object, token?: string) =>
  desk.call('POST', path, { body, ...(token !== undefined && { token }) })

const smsCode = async (phone: string): Promise<string> => {
  expect((await post(SEND, { phone })).status).toBe(200)
  const sent = desk.wechat.platform.outbox.sms().at(-1)
  expect(sent?.to).toBe(phone)
  return /\d{6}/.exec(sent?.text ?? '')?.[0] ?? ''
}
const linkIn = (kind: string): string => {
  const text = desk.wechat.platform.outbox.mails().at(-1)?.text ?? ''
  return new RegExp(`/ext/v1/email/${kind}/#(\\S+)`).exec(text)?.[1] ?? ''
}

describe('text messages', () => {
  it('sign in, making an account if asked to', async () => {
    const phone = '13800000001'
    const none = await post(SMS_LOGIN, { phone, code: await smsCode(phone), create_user: false })
    expect(none.status).toBe(404)

    desk.clock.advance(60_000)
    const code = await smsCode(phone)
    const first = await post(SMS_LOGIN, { phone: Number(phone), code: Number(code) })
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({ _phone: phone, _phone_verified: true })
    expect((await post(SMS_LOGIN, { phone, code })).status).toBe(400)
  })

  it('are sent once a minute and ten times a day', async () => {
    const phone = '13800000002'
    await smsCode(phone)
    expect((await post(SEND, { phone })).status).toBe(429)
    for (let sent = 1; sent < 10; sent += 1) {
      desk.clock.advance(120_000)
      await smsCode(phone)
    }
    desk.clock.advance(120_000)
    expect((await post(SEND, { phone })).status).toBe(429)
  })

  it('hold a code for five tries and ten minutes', async () => {
    const phone = '13800000003'
    const code = await smsCode(phone)
    const wrong = code === '000000' ? '000001' : '000000'
    const path = '/hserve/v1.8/sms-verification-code/verify/'
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => post(path, { phone, code: wrong })),
    )
    expect(tries.map(({ status }) => status)).toEqual(Array(5).fill(400))
    expect((await post(path, { phone, code })).status).toBe(400)

    desk.clock.advance(60_000)
    const late = await smsCode(phone)
    desk.clock.advance(600_000)
    expect((await post(path, { phone, code: late })).status).toBe(400)
    const good = await smsCode(phone)
    expect(await post(path, { phone, code: good })).toEqual({ status: 200, body: { status: 'ok' } })
  })

  it("prove the caller's own number", async () => {
    const phone = '13800000004'
    const { token, user } = await hand.register('vera')
    await desk.call('PUT', '/hserve/v2.2/user/account/', {
      body: { phone },
      token,
      headers: { 'x-hydrogen-client-sdk-type': 'file' },
    })
    const code = await smsCode(phone)
    expect((await post('/hserve/v2.1/sms-phone-verification/', { code }, token)).status).toBe(200)
    expect(await hand.read(user.id, token)).toMatchObject({ _phone_verified: true })
  })

  it('take an account away from somebody who only claimed the number', async () => {
    const phone = '13800000005'
    const claimed = (await post('/hserve/v2.1/register/phone/', { phone, password: PASSWORD })).body
    const proved = await post(SMS_LOGIN, { phone, code: await smsCode(phone) })

    expect(proved.body.id).toBe(claimed.id)
    expect(await hand.read(claimed.id, claimed.token)).toBe(401)
    expect((await post('/hserve/v2.1/login/phone/', { phone, password: PASSWORD })).status).toBe(
      400,
    )
  })

  it('answer 503 when the gateway is down', async () => {
    const lonely = await openDesk({ SMS_HOOK_URL: 'http://127.0.0.1:1/sms' })
    const answer = await lonely.call('POST', SEND, { body: { phone: '13800000006' } })
    await lonely.close()
    expect(answer.status).toBe(503)
  })
})

describe('mail', () => {
  const VERIFY = '/ext/v1/email/verify/'
  const RESET = '/ext/v1/email/reset/'
  const DEAD = {
    status: 404,
    body: {
      status: 'error',
      error_msg: 'This link is unknown, used, replaced or expired: ask for a new one.',
    },
  }
  const account = async (email: string) => {
    const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    return { id: Number(body.id), token: String(body.token) }
  }
  const verified = async (email: string) => {
    const made = await account(email)
    expect((await post('/hserve/v2.0/user/email-verify/', {}, made.token)).status).toBe(201)
    expect((await post(VERIFY, { token: linkIn('verify') })).status).toBe(200)
    return made
  }

  it('verifies an address by a link that works once', async () => {
    const { id, token } = await verified('a@example.com')
    expect(await hand.read(id, token)).toMatchObject({ _email_verified: true })
    expect(await post(VERIFY, { token: linkIn('verify') })).toEqual(DEAD)
  })

  it('verifies only the address it was sent to', async () => {
    const { token } = await account('b@example.com')
    await post('/hserve/v2.0/user/email-verify/', {}, token)
    await desk.call('PUT', '/hserve/v2.2/user/account/', {
      body: { email: 'b2@example.com' },
      token,
    })
    expect(await post(VERIFY, { token: linkIn('verify') })).toEqual(DEAD)
  })

  it('resets a password, which ends every session', async () => {
    const { id, token } = await verified('c@example.com')
    expect(
      (await post('/hserve/v2.0/user/password/reset/', { email: 'C@example.com' })).status,
    ).toBe(201)
    await desk.context.background.settled()
    const password = 'another horse battery'
    const link = linkIn('reset')

    expect((await post(RESET, { token: link, password: 'short' })).status).toBe(400)
    expect((await post(RESET, { token: link, password })).status).toBe(200)
    expect(await post(RESET, { token: link, password })).toEqual(DEAD)
    expect(await hand.read(id, token)).toBe(401)
    expect(
      (await post('/hserve/v2.1/login/email/', { email: 'c@example.com', password })).status,
    ).toBe(201)
  })

  it('says the same and sends nothing for an address nobody has proved', async () => {
    await account('d@example.com')
    const before = desk.wechat.platform.outbox.mails().length
    for (const email of ['d@example.com', 'nobody@example.com'])
      expect(await post('/hserve/v2.0/user/password/reset/', { email })).toEqual({
        status: 201,
        body: { status: 'ok' },
      })
    await desk.context.background.settled()
    expect(desk.wechat.platform.outbox.mails()).toHaveLength(before)
  })

  it('lets a link live an hour', async () => {
    const { token } = await account('e@example.com')
    await post('/hserve/v2.0/user/email-verify/', {}, token)
    desk.clock.advance(3_600_000)
    expect(await post(VERIFY, { token: linkIn('verify') })).toEqual(DEAD)
  })

  it('says the same of a link that never was, and of one for something else', async () => {
    const { token } = await account('f@example.com')
    await post('/hserve/v2.0/user/email-verify/', {}, token)
    const password = 'another horse battery'
    expect(await post(VERIFY, { token: 'never-was' })).toEqual(DEAD)
    expect(await post(RESET, { token: 'never-was', password })).toEqual(DEAD)
    expect(await post(RESET, { token: linkIn('verify'), password })).toEqual(DEAD)
  })

  it('shows a page that keeps the token out of every log', async () => {
    const page = await desk.app.inject('/ext/v1/email/reset/')
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.headers['content-security-policy']).toContain("script-src 'sha256-")
  })
})
