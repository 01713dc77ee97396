import { serverForFile } from '../../kit/server-for-file'
import { textedCode } from '../../kit/texted-code'

const PASSWORD = 'correct horse battery'
const LOGIN = '/hserve/v2.1/login'
const ACCOUNT = '/hserve/v2.2/user/account/'
const SDK = { 'x-hydrogen-client-sdk-type': 'file' }

const { server, hand } = serverForFile()

const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })
const change = (token: string, body: object, headers: Record<string, string> = SDK) =>
  server.call('PUT', ACCOUNT, { body, token, headers })

describe('changing the account', () => {
  it('a change of the account is answered with the whole user and the documented plain keys', async () => {
    const { token } = await hand.register('fred')
    const answer = await change(token, { email: 'Fred@Example.com', phone: '13900000002' })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      username: 'fred',
      _username: 'fred',
      email: 'fred@example.com',
      email_verified: false,
      phone: '13900000002',
      phone_verified: false,
      nickname: '',
    })
    expect((await change(token, { phone: null })).body).toMatchObject({ phone: null, _phone: null })
  })

  it('a change of the password takes the old password, where there is one', async () => {
    const { token } = await hand.register('gerd')
    const fresh = 'another horse battery'
    expect((await change(token, { new_password: fresh })).status).toBe(400)
    expect((await change(token, { new_password: fresh, password: 'wrong wrong' })).status).toBe(400)
    expect((await change(token, { new_password: fresh, password: PASSWORD })).status).toBe(200)
    const login = await post(`${LOGIN}/username/`, { username: 'gerd', password: fresh })
    expect(login.status).toBe(201)

    const { token: wechat } = await hand.signIn('gerda')
    expect((await change(wechat, { username: 'gerda', new_password: fresh })).status).toBe(200)
  })

  it('a change of the password ends every old session', async () => {
    const { token: other, user } = await hand.register('hilde')
    const { token } = (await post(`${LOGIN}/username/`, { username: 'hilde', password: PASSWORD }))
      .body
    const body = { new_password: 'another horse battery', password: PASSWORD }
    const answer = await change(token, body, {})
    for (const old of [other, token]) expect(await hand.read(user.id, old)).toBe(401)
    expect(await hand.read(user.id, answer.body.token)).toMatchObject({ id: user.id })
  })

  it('a change of the account never removes the last sign-in method: a name with a password', async () => {
    const { token } = await hand.register('last')
    const refused = await change(token, { username: null })
    expect(refused).toMatchObject({
      status: 400,
      body: { error_msg: expect.stringContaining('only way') },
    })
    expect((await change(token, { username: null, email: 'last@example.com' })).status).toBe(200)
    expect((await change(token, { email: null })).status).toBe(400)
    const login = await post(`${LOGIN}/email/`, { email: 'last@example.com', password: PASSWORD })
    expect(login.status).toBe(201)
  })

  it('a change of the account never removes the last sign-in method: a number that takes a code', async () => {
    const phone = '13900000071'
    await post('/hserve/v2.2/sms-verification-code/', { phone })
    const { token } = (await post(`${LOGIN}/sms/`, { phone, code: textedCode(server) })).body
    // The verified one stays beside it.
    expect((await change(token, { phone: '13900000075' })).status).toBe(200)
    // No password makes a sign-in method of the name, so the number stays.
    expect((await change(token, { username: 'nameless', phone: null })).status).toBe(400)
    expect((await change(token, { username: 'nameless', new_password: PASSWORD })).status).toBe(200)
    expect((await change(token, { phone: null })).status).toBe(200)
  })

  it('a change of the account may remove every name where WeChat opens the account', async () => {
    const { token } = await hand.signIn('wera')
    expect((await change(token, { username: 'wera', phone: '13900000072' })).status).toBe(200)
    expect((await change(token, { username: null, phone: null })).status).toBe(200)
  })

  it('a change of the account refuses names of others, and anonymous users', async () => {
    await hand.register('ida')
    const { token } = await hand.register('ivo')
    expect((await change(token, { username: 'IDA' })).status).toBe(400)
    const anonymous = (await post('/hserve/v2.0/login/anonymous/', {})).body.token
    expect((await change(anonymous, { username: 'nn' })).status).toBe(403)
  })

  it.each([
    ['username', ['a list']],
    ['username', ''],
    ['username', [null]],
    ['email', ['list@example.com']],
    ['email', false],
    ['email', 0],
    ['email', ''],
    ['phone', ['13900000073']],
    ['phone', false],
    ['phone', ''],
  ])(
    'a change of the account takes null alone for a removal: %s %j is refused',
    async (name, value) => {
      const { token, user } = await hand.register('kept-' + name + JSON.stringify(value).length)
      const kept = { email: `kept-${user.id}@example.com`, phone: '13900000074' }
      expect((await change(token, kept)).status).toBe(200)
      const { status, body } = await change(token, { [name]: value })
      expect([status, body.status]).toEqual([400, 'error'])
      expect(await hand.read(user.id, token)).toMatchObject({
        _email: kept.email,
        _phone: kept.phone,
      })
    },
  )
})
