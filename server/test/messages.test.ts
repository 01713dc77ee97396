import { openDesk, type Desk } from './kit/desk'
import { mailedCode } from './kit/mailed-code'
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
const resetLink = (): string => {
  const text = desk.wechat.platform.outbox.mails().at(-1)?.text ?? ''
  return /\/ext\/v1\/email\/reset\/#(\S+)/.exec(text)?.[1] ?? ''
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
    const verified = await post('/hserve/v2.1/sms-phone-verification/', { code }, token)
    expect(verified).toMatchObject({ status: 200, body: { status: 'ok', expires_in: 2592000 } })
    expect(await hand.read(user.id, token)).toBe(401)
    expect(await hand.read(user.id, verified.body.token)).toMatchObject({ _phone_verified: true })
  })

  it('open no account that only claims the number, and drop its claim', async () => {
    const phone = '13800000005'
    const claimed = (await post('/hserve/v2.1/register/phone/', { phone, password: PASSWORD })).body
    const proved = await post(SMS_LOGIN, { phone, code: await smsCode(phone) })

    expect(proved.body.id).not.toBe(claimed.id)
    expect(await hand.read(claimed.id, claimed.token)).toMatchObject({ _phone: null })
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
  const VERIFY = '/ext/v1/account/email/verify/'
  const RESET = '/ext/v1/email/reset/'
  const DEAD = {
    status: 404,
    body: {
      status: 'error',
      error_msg: 'This link is unknown, used, replaced or expired: ask for a new one.',
      error_code: 'link_dead',
    },
  }
  const account = async (email: string) => {
    const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    return { id: Number(body.id), token: String(body.token) }
  }
  const verified = async (email: string) => {
    const made = await account(email)
    expect((await post('/hserve/v2.0/user/email-verify/', {}, made.token)).status).toBe(201)
    const answer = await post(VERIFY, { code: mailedCode(desk) }, made.token)
    expect(answer.status).toBe(200)
    return { id: made.id, token: String(answer.body.token) }
  }
  const WRONG_CODE = {
    status: 400,
    body: {
      status: 'error',
      error_msg: 'The code is wrong or expired: check it, or ask for a new one.',
      error_code: 'email_code_wrong',
    },
  }

  it('verifies an address by a code that works once, typed where its owner is signed in', async () => {
    const { id, token } = await verified('a@example.com')
    expect(await hand.read(id, token)).toMatchObject({ _email_verified: true })
    expect(await post(VERIFY, { code: mailedCode(desk) }, token)).toEqual(WRONG_CODE)
  })

  it('verifies nothing for the one who has the mailbox and not the session', async () => {
    const { id, token } = await account('a2@example.com')
    await post('/hserve/v2.0/user/email-verify/', {}, token)
    const other = await account('other@example.com')
    expect(await post(VERIFY, { code: mailedCode(desk) }, other.token)).toEqual(WRONG_CODE)
    expect((await post(VERIFY, { code: mailedCode(desk) })).status).toBe(401)
    expect(await hand.read(id, token)).toMatchObject({ _email_verified: false })
  })

  it('takes the code in small letters and without its hyphen', async () => {
    const { token } = await account('a3@example.com')
    await post('/hserve/v2.0/user/email-verify/', {}, token)
    const code = mailedCode(desk).toLowerCase().replace('-', ' ')
    expect((await post(VERIFY, { code }, token)).status).toBe(200)
  })

  it('takes five tries at a code, and not one more', async () => {
    const { token } = await account('a4@example.com')
    await post('/hserve/v2.0/user/email-verify/', {}, token)
    for (let tries = 1; tries <= 5; tries += 1)
      expect(await post(VERIFY, { code: 'AAAA-AAAA' }, token)).toEqual(WRONG_CODE)
    expect(await post(VERIFY, { code: mailedCode(desk) }, token)).toEqual(WRONG_CODE)
  })

  it('verifies only the address it was sent to', async () => {
    const { token } = await account('b@example.com')
    await post('/hserve/v2.0/user/email-verify/', {}, token)
    const changed = await desk.call('PUT', '/hserve/v2.2/user/account/', {
      body: { email: 'b2@example.com' },
      token,
    })
    expect(await post(VERIFY, { code: mailedCode(desk) }, changed.body.token)).toEqual(WRONG_CODE)
  })

  it('drops what others claimed of the address, and refuses it to those who come later', async () => {
    const email = 'claimed@example.com'
    const claimant = await account(email)
    await verified(email)
    expect(await hand.read(claimant.id, claimant.token)).toMatchObject({ _email: null })
    const late = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    expect(late).toMatchObject({ status: 400, body: { error_code: 'email_of_another' } })
  })

  it('resets a password, which ends every session', async () => {
    const { id, token } = await verified('c@example.com')
    expect(
      (await post('/hserve/v2.0/user/password/reset/', { email: 'C@example.com' })).status,
    ).toBe(201)
    await desk.context.background.settled()
    const password = 'another horse battery'
    const link = resetLink()
    expect(link).toHaveLength(43)

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

  it('lets a code and a link live an hour', async () => {
    const { token } = await account('e@example.com')
    await post('/hserve/v2.0/user/email-verify/', {}, token)
    const code = mailedCode(desk)
    await verified('e2@example.com')
    await post('/hserve/v2.0/user/password/reset/', { email: 'e2@example.com' })
    await desk.context.background.settled()
    desk.clock.advance(3_600_000)
    expect(await post(VERIFY, { code }, token)).toEqual(WRONG_CODE)
    expect(await post(RESET, { token: resetLink(), password: 'another horse battery' })).toEqual(
      DEAD,
    )
  })

  it('says the same of a link that never was', async () => {
    const password = 'another horse battery'
    expect(await post(RESET, { token: 'never-was', password })).toEqual(DEAD)
  })

  it('shows a page that keeps the token out of every log', async () => {
    const page = await desk.app.inject('/ext/v1/email/reset/')
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.headers['content-security-policy']).toContain("script-src 'sha256-")
  })
})
