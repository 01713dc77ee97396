import { LIMITS } from '../../src/security/limits'
import { openTestServer, type Answer, type TestServer } from '../kit/test-server'
import { mailedCode } from '../kit/mailed-code'
import { phoneInHand, type PhoneInHand } from '../kit/phone-in-hand'
import { textedCode } from '../kit/texted-code'

const PASSWORD = 'correct horse battery'
const SEND = '/hserve/v2.2/sms-verification-code/'
const ACCOUNT = '/hserve/v2.2/user/account/'

let server: TestServer
let hand: PhoneInHand
beforeAll(async () => {
  server = await openTestServer()
  hand = phoneInHand(server)
})
afterAll(() => server.close())

const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })
const register = (kind: string, value: string | number, password = PASSWORD) =>
  post(`/hserve/v2.1/register/${kind}/`, { [kind]: value, password })
const codeOf = ({ body }: Answer) => body.error_code

describe('two spellings of a phone number', () => {
  it('two spellings of a phone number share the limit of text messages, the code, and the account', async () => {
    expect((await post(SEND, { phone: '13700000001' })).status).toBe(200)
    for (const phone of [8613700000001, '+86 137-0000-0001', '+86013700000001']) {
      expect((await post(SEND, { phone })).status).toBe(429)
    }
    const code = textedCode(server)
    const first = await post('/hserve/v2.1/login/sms/', { phone: '008613700000001', code })
    expect(first.body).toMatchObject({ _phone: '13700000001', _phone_verified: true })

    server.clock.advance(60_000)
    await post(SEND, { phone: '8613700000001' })
    const again = textedCode(server)
    const second = await post('/hserve/v2.1/login/sms/', {
      phone: '１３７００００ ０００１',
      code: again,
    })
    expect(second.body.id).toBe(first.body.id)
  })

  it('two spellings of a phone number are one number to WeChat’s phone button, too', async () => {
    const { phones } = server.wechat.platform.profiles.of('wen')
    const number = String(phones[0]?.purePhoneNumber)
    const { body } = await post('/hserve/v2.7/idp/wechat/phone-login/', {
      code: hand.code('wen'),
      ...hand.phoneButton('wen'),
    })
    server.clock.advance(60_000)
    await post(SEND, { phone: `+86 ${number}` })
    const code = textedCode(server)
    const bySms = await post('/hserve/v2.1/login/sms/', { phone: `86${number}`, code })
    expect(bySms.body.id).toBe(body.user_info.id)
  })

  it('two spellings of a phone number are found by their password, and counted together', async () => {
    const { body } = await register('phone', '13700000002')
    const login = (phone: string | number, password: string) =>
      post('/hserve/v2.1/login/phone/', { phone, password })
    expect((await login('+86 (0)137 0000 0002', PASSWORD)).body.id).toBe(body.id)
    const spellings = ['13700000002', '8613700000002', '+86013700000002']
    for (let tries = 0; tries < LIMITS.passwordPerSender.max; tries++) {
      await login(spellings[tries % spellings.length] ?? '', 'not that one')
    }
    for (const phone of spellings) expect((await login(phone, 'not that one')).status).toBe(429)
  })
})

describe('a text message', () => {
  it('a text message goes to the countries that are served, and to no other', async () => {
    const refused = await post(SEND, { phone: '+85261234567' })
    expect([refused.status, codeOf(refused)]).toEqual([400, 'sms_country_not_served'])
    const malformed = await post(SEND, { phone: '12345' })
    expect([malformed.status, codeOf(malformed)]).toEqual([400, 'phone_malformed'])
  })
})

describe('two spellings of a username', () => {
  it('two spellings of a username are one account, whichever of them is typed', async () => {
    const { body } = await register('username', 'Straße')
    expect(body._username).toBe('Straße')
    expect((await register('username', 'STRASSE')).status).toBe(400)
    const login = (username: string) =>
      post('/hserve/v2.1/login/username/', { username, password: PASSWORD })
    expect((await login('ｓtrasse')).body.id).toBe(body.id)
  })

  it('two spellings of a username are counted together when passwords are guessed', async () => {
    await register('username', 'Zoë')
    const guess = (username: string) =>
      post('/hserve/v2.1/login/username/', { username, password: 'not that one' })
    const spellings = ['zoë', 'ZOË', 'Zoe\u0308', 'ｚoë']
    for (let tries = 0; tries < LIMITS.passwordPerSender.max; tries++) {
      expect((await guess(spellings[tries % spellings.length] ?? '')).status).toBe(400)
    }
    for (const username of spellings) expect((await guess(username)).status).toBe(429)
  })

  it('two spellings of a username are one in a change of the account, too, and a name may be cleared and taken again', async () => {
    const { token } = await hand.register('Mei')
    const other = await register('email', 'mei@example.com')
    const change = (username: string | null, by: string) =>
      server.call('PUT', ACCOUNT, { body: { username }, token: by })
    expect((await change('ＭＥＩ', other.body.token)).status).toBe(400)
    expect((await change('a\u200bb', token)).body.error_code).toBe('username_malformed')
    expect((await change('Mei Two'.replace(' ', ''), token)).body._username).toBe('MeiTwo')
    expect((await change('ＭＥＩ', other.body.token)).body._username).toBe('ＭＥＩ')
    expect((await change(null, other.body.token)).body._username).toBeNull()
    expect((await register('username', 'mei')).status).toBe(201)
  })
})

const verify = async (token: string) => {
  await post('/hserve/v2.0/user/email-verify/', {}, token)
  const code = mailedCode(server)
  expect((await post('/ext/v1/account/email/verify/', { code }, token)).status).toBe(200)
}

describe('two spellings of an e-mail address', () => {
  it('two spellings of an e-mail address are one account', async () => {
    const { body } = await register('email', 'V@BÜCHER.example')
    expect(body._email).toBe('v@xn--bcher-kva.example')
    await verify(body.token)
    expect(codeOf(await register('email', 'v@bücher.example'))).toBe('email_of_another')
    const again = { email: 'v@xn--bcher-kva.example', password: PASSWORD }
    expect((await post('/hserve/v2.1/login/email/', again)).body.id).toBe(body.id)
  })

  it('an e-mail address with names, lists or routes in it is no spelling of another one', async () => {
    for (let at = 0; at < 40; at++) {
      const answer = await register('email', `${at}<v@x.com>`)
      expect([answer.status, codeOf(answer)]).toEqual([400, 'email_malformed'])
    }
  })
})

describe('a new password', () => {
  it.each([
    ['short', 'password_too_short'],
    ['x'.repeat(129), 'password_too_long'],
    ['Passw0rd!', 'password_too_common'],
    ['xiaoming2026', 'password_has_your_name'],
    ['starter-dev', 'password_has_your_name'],
  ])('a new password is refused at registration: %j', async (password, code) => {
    const answer = await register('username', 'xiaoming', password)
    expect([answer.status, codeOf(answer)]).toEqual([400, code])
  })

  it('a new password must not be a name of the account that it is set for', async () => {
    const { body } = await register('phone', '13700000003')
    const nickname = { body: { nickname: '一只小花猫' }, token: body.token }
    expect((await server.call('PUT', '/hserve/v2.5/user/info/', nickname)).status).toBe(200)
    for (const password of ['13700000003', '一只小花猫2026', 'huamao1990']) {
      const change = { username: 'huamao', new_password: password, password: PASSWORD }
      const answer = await server.call('PUT', ACCOUNT, { body: change, token: body.token })
      expect(codeOf(answer)).toBe('password_has_your_name')
    }
  })

  it('a new password must not be the address that its reset was mailed to, and the link stays good', async () => {
    const { body } = await register('email', 'fanghua@example.com')
    await verify(body.token)
    await post('/hserve/v2.0/user/password/reset/', { email: 'fanghua@example.com' })
    await server.context.background.settled()
    const mail = server.wechat.platform.outbox.mails().at(-1)?.text ?? ''
    const token = /\/ext\/v1\/email\/reset\/#(\S+)/.exec(mail)?.[1]
    const refused = await post('/ext/v1/email/reset/', { token, password: 'fanghua2026' })
    expect([refused.status, codeOf(refused)]).toEqual([400, 'password_has_your_name'])
    expect((await post('/ext/v1/email/reset/', { token, password: PASSWORD })).status).toBe(200)
  })
})
