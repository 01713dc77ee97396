import { serverForFile } from '../../kit/server-for-file'

const LOGIN = '/hserve/v2.7/idp/wechat/phone-login/'
const OLD_LOGIN = '/hserve/v2.5/idp/wechat/phone-login/'
const VERIFY = '/hserve/v2.7/idp/wechat/phone-verification/'
const OLD_VERIFY = '/hserve/v2.5/idp/wechat/phone-verification/'

const { server, hand } = serverForFile()

const login = (person: string, more: object = {}, path = LOGIN) => {
  const code = hand.code(person)
  return server.call('POST', path, { body: { code, ...hand.phoneButton(person), ...more } })
}

describe('phone login', () => {
  it('a phone login makes an account with a verified number, and finds it again', async () => {
    const first = await login('alice')
    expect(first.status).toBe(201)
    expect(first.body.user_info).toMatchObject({
      openid: hand.openid('alice'),
      _phone: expect.stringMatching(/^13\d{9}$/),
      _phone_verified: true,
    })
    expect((await login('alice')).body.user_info.id).toBe(first.body.user_info.id)
  })

  it('a phone login that makes an account ends the session that the request carried', async () => {
    const { body: anonymous } = await server.call('POST', '/hserve/v2.0/login/anonymous/', {
      body: {},
    })
    const body = { code: hand.code('olive'), ...hand.phoneButton('olive') }
    const token = String(anonymous.token)
    const path = '/hserve/v2.7/idp/wechat/phone-login/'
    expect((await server.call('POST', path, { body, token })).status).toBe(201)
    expect(await hand.read(anonymous.id, token)).toBe(401)
  })

  it('a phone login takes encryptedData where there is no phone code', async () => {
    const answer = await login('bob', { phone_code: '' }, OLD_LOGIN)
    expect(answer.body.user_info._phone).toMatch(/^13\d{9}$/)
  })

  it('a phone login answers 404 with a link ticket for an unknown person with create_user false', async () => {
    const answer = await login('nobody', { create_user: false })
    expect(answer.status).toBe(404)
    expect(answer.body).toEqual({
      status: 'error',
      error_code: 'no_linked_account',
      error_msg: expect.any(String),
      link_ticket: expect.any(String),
      link_ticket_expires_in: 600,
    })
  })

  it('a phone login refuses the phone code of another person, a login code, and a code that was consumed', async () => {
    const foreign = hand.phoneButton('mallory').phone_code
    const consumed = hand.phoneButton('carol').phone_code
    expect((await login('carol', { phone_code: consumed })).status).toBe(201)
    for (const phone_code of [foreign, hand.code('carol'), consumed]) {
      expect((await login('carol', { phone_code })).status).toBe(400)
    }
  })

  it('a phone login never signs a second WeChat user into the account of a number', async () => {
    const first = await login('dora', hand.phoneButton('dora', '13100000001'))
    const second = await login('heir', hand.phoneButton('heir', '13100000001'))

    expect(first.status).toBe(201)
    expect(second.status).toBe(404)
    expect(second.body.link_ticket).toEqual(expect.any(String))
  })
})

describe('binding a phone', () => {
  it('binding a phone takes the number, verified, and ends the other sessions', async () => {
    const { token: other } = await hand.signIn('erin')
    const { token, user } = await hand.signIn('erin')
    const answer = await server.call('PUT', VERIFY, { body: hand.phoneButton('erin'), token })

    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      id: user.id,
      _phone_verified: true,
      token: expect.any(String),
    })
    for (const old of [other, token]) expect(await hand.read(user.id, old)).toBe(401)
    expect(await hand.read(user.id, answer.body.token)).toMatchObject({
      _phone: answer.body._phone,
    })
  })

  it("binding a phone leaves the vendor's SDK its token, which it could not replace", async () => {
    const { token: other } = await hand.signIn('sdk')
    const { token, user } = await hand.signIn('sdk')
    const headers = { 'x-hydrogen-client-sdk-type': 'file' }
    const answer = await server.call('PUT', VERIFY, {
      body: hand.phoneButton('sdk'),
      token,
      headers,
    })

    expect(answer.body).not.toHaveProperty('token')
    expect(await hand.read(user.id, other)).toBe(401)
    expect(await hand.read(user.id, token)).toMatchObject({ id: user.id })
  })

  it('binding a phone keeps a different number without overwrite, replaces it with overwrite', async () => {
    const { token } = await hand.signIn('frank')
    const bind = (number: string, overwrite: boolean) =>
      server.call('PUT', VERIFY, {
        body: { ...hand.phoneButton('frank', number), overwrite },
        token,
        headers: { 'x-hydrogen-client-sdk-type': 'file' },
      })
    expect((await bind('13200000001', false)).status).toBe(200)
    expect((await bind('13200000001', false)).status).toBe(200)
    expect((await bind('13200000002', false)).status).toBe(400)
    expect((await bind('13200000002', true)).body._phone).toBe('13200000002')
  })

  it('binding a phone refuses a number another account has', async () => {
    await login('gina', hand.phoneButton('gina', '13300000001'))
    const { token } = await hand.signIn('gus')
    const body = hand.phoneButton('gus', '13300000001')
    expect((await server.call('PUT', VERIFY, { body, token })).status).toBe(400)
  })

  it('binding a phone opens encryptedData with the session_key of the last sign-in', async () => {
    const { token } = await hand.signIn('ida')
    const body = { ...hand.phoneButton('ida'), phone_code: '' }
    expect((await server.call('PUT', OLD_VERIFY, { body, token })).status).toBe(200)
  })
})

describe('decryption for the mini-program', () => {
  it('the decryption for the mini-program opens a phone number by code or by data, for its owner alone', async () => {
    const { token } = await hand.signIn('jan')
    const path = '/hserve/v2.7/wechat/decrypt/phone-number/'
    const button = hand.phoneButton('jan', '13400000001')
    const body = { ...button, phone_code: '' }

    const number = { phoneNumber: '13400000001', purePhoneNumber: '13400000001', countryCode: '86' }
    expect((await server.call('POST', path, { body: button, token })).body).toEqual(number)
    expect(
      (await server.call('POST', path.replace('v2.7', 'v1'), { body, token })).body,
    ).toMatchObject(number)

    const { token: other } = await hand.signIn('kim')
    const refused = await server.call('POST', path, { body, token: other })
    expect(refused.status).toBe(400)
    expect(refused.body.error_msg).toMatch(/^decrypt_failed: /)
  })
})

describe('phone logins at the same moment', () => {
  it('the phone logins at the same moment make one account of one person', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => login('lena')))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.user_info.id)).size).toBe(1)
  })

  it('the phone logins at the same moment store a number for one of two people', async () => {
    const number = '13500000009'
    const answers = await Promise.all(
      ['mia', 'noa'].map((person) => login(person, hand.phoneButton(person, number))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404])
  })
})
