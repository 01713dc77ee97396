import { LIMITS, consume } from '../../../src/security/limits'
import { serverForFile } from '../../kit/server-for-file'

const PASSWORD = 'correct horse battery'
const REGISTER = '/hserve/v2.1/register'
const LOGIN = '/hserve/v2.1/login'

const { server, hand } = serverForFile({ TRUSTED_PROXIES: '1' })

const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })

describe('registration', () => {
  it.each([
    ['username', 'Alice', { _username: 'Alice' }],
    ['email', 'Alice@Example.com', { _email: 'alice@example.com', _email_verified: false }],
    ['phone', '13900000001', { _phone: '13900000001', _phone_verified: false }],
  ])(
    'a registration by %s signs in, flat, and the name signs in again',
    async (kind, name, fields) => {
      const registered = await post(`${REGISTER}/${kind}/`, { [kind]: name, password: PASSWORD })
      expect(registered.status).toBe(201)
      expect(registered.body).toMatchObject({ ...fields, expires_in: 2592000, _anonymous: false })
      expect(registered.body.user_id).toBe(registered.body.id)

      const shouted = name.toUpperCase()
      const login = await post(`${LOGIN}/${kind}/`, { [kind]: shouted, password: PASSWORD })
      expect(login.status).toBe(201)
      expect(login.body.id).toBe(registered.body.id)
    },
  )

  it('a registration refuses a name that is taken, whatever its case', async () => {
    await hand.register('Bruno')
    expect(
      (await post(`${REGISTER}/username/`, { username: 'bRUNO', password: PASSWORD })).status,
    ).toBe(400)
  })

  it.each(['short', 'password123', 'x'.repeat(129), ''])(
    'a registration refuses the password %p',
    async (password) => {
      expect((await post(`${REGISTER}/username/`, { username: 'pw', password })).status).toBe(400)
    },
  )

  it('a registration with a poor password is counted, because judging a password takes the processor', async () => {
    const { max } = LIMITS.registrationPerAddress
    const attempt = () =>
      server.call('POST', `${REGISTER}/username/`, {
        body: { username: 'poor', password: 'password123' },
        headers: { 'x-forwarded-for': '198.51.100.7' },
      })
    for (let nth = 1; nth < max; nth += 1) {
      await consume(server.context, LIMITS.registrationPerAddress, '198.51.100.7')
    }
    expect((await attempt()).status).toBe(400)
    expect((await attempt()).status).toBe(429)
  })

  it.each([
    ['username', ' '],
    ['username', 'a b'],
    ['username', 'a\u200Bb'],
    ['email', 'nobody'],
    ['email', 'a@b'],
    ['phone', 'x'],
    ['phone', '1'],
  ])('a registration refuses the %s %p', async (kind, name) => {
    const answer = await post(`${REGISTER}/${kind}/`, { [kind]: name, password: PASSWORD })
    expect(answer.status).toBe(400)
  })

  it('a registration turns an anonymous user into the account, which keeps the id', async () => {
    const anonymous = (await post('/hserve/v2.0/login/anonymous/', {})).body
    expect(anonymous).toMatchObject({ _anonymous: true, id: anonymous.user_id })
    const body = { username: 'carla', password: PASSWORD }
    const registered = await post(`${REGISTER}/username/`, body, anonymous.token)

    expect(registered.body).toMatchObject({
      id: anonymous.id,
      _anonymous: false,
      _username: 'carla',
    })
    expect(await hand.read(anonymous.id, anonymous.token)).toBe(401)
  })
})

describe('login by password', () => {
  it('a login by password answers an unknown name and a wrong password alike', async () => {
    await hand.register('dave')
    const wrong = await post(`${LOGIN}/username/`, { username: 'dave', password: 'not that one' })
    const unknown = await post(`${LOGIN}/username/`, {
      username: 'nobody',
      password: 'not that one',
    })
    expect(wrong.status).toBe(400)
    expect(unknown).toEqual(wrong)
  })

  it('a login by password slows guessing down to one a minute, however many guesses come at once', async () => {
    await hand.register('erika')
    const attempt = (password: string) =>
      post(`${LOGIN}/username/`, { username: 'erika', password })
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, i) => attempt(`guess ${i}...`)),
    )
    expect(guesses.filter(({ status }) => status === 400)).toHaveLength(10)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(2)
    expect(await attempt(PASSWORD)).toMatchObject({ status: 429, body: { retry_after: 60 } })

    server.clock.advance(60_000)
    expect((await attempt(PASSWORD)).status).toBe(201)
  })
})

describe('an anonymous user whose session is over', () => {
  it('an anonymous user whose session is over by the second becomes no account: registering makes a new one', async () => {
    const anonymous = (await post('/hserve/v2.0/login/anonymous/', {})).body
    server.clock.advance(2_592_000_000)
    const body = { username: 'late-carla', password: PASSWORD }
    const registered = await post(`${REGISTER}/username/`, body, anonymous.token)
    expect(registered.status).toBe(201)
    expect(registered.body.id).not.toBe(anonymous.id)
  })
})
