import { openDesk, type Desk } from './kit/desk'
import { phoneInHand, type PhoneInHand } from './kit/phone-in-hand'

const PASSWORD = 'correct horse battery'
const REGISTER = '/hserve/v2.1/register'
const LOGIN = '/hserve/v2.1/login'
const ACCOUNT = '/hserve/v2.2/user/account/'
const SDK = { 'x-hydrogen-client-sdk-type': 'file' }

let desk: Desk
let hand: PhoneInHand
beforeAll(async () => {
  desk = await openDesk()
  hand = phoneInHand(desk)
})
afterAll(() => desk.close())

const post = (path: string, body: object, token?: string) =>
  desk.call('POST', path, { body, ...(token !== undefined && { token }) })
const change = (token: string, body: object, headers: Record<string, string> = SDK) =>
  desk.call('PUT', ACCOUNT, { body, token, headers })

describe('registration', () => {
  it.each([
    ['username', 'Alice', { _username: 'Alice' }],
    ['email', 'Alice@Example.com', { _email: 'alice@example.com', _email_verified: false }],
    ['phone', '13900000001', { _phone: '13900000001', _phone_verified: false }],
  ])('by %s signs in, flat, and the name signs in again', async (kind, name, fields) => {
    const registered = await post(`${REGISTER}/${kind}/`, { [kind]: name, password: PASSWORD })
    expect(registered.status).toBe(201)
    expect(registered.body).toMatchObject({ ...fields, expires_in: 2592000, _anonymous: false })
    expect(registered.body.user_id).toBe(registered.body.id)

    const shouted = name.toUpperCase()
    const login = await post(`${LOGIN}/${kind}/`, { [kind]: shouted, password: PASSWORD })
    expect(login.status).toBe(201)
    expect(login.body.id).toBe(registered.body.id)
  })

  it('refuses a name that is taken, whatever its case', async () => {
    await hand.register('Bruno')
    expect(
      (await post(`${REGISTER}/username/`, { username: 'bRUNO', password: PASSWORD })).status,
    ).toBe(400)
  })

  it.each(['short', 'password123', 'x'.repeat(129), ''])(
    'refuses the password %p',
    async (password) => {
      expect((await post(`${REGISTER}/username/`, { username: 'pw', password })).status).toBe(400)
    },
  )

  it.each([
    ['username', ' '],
    ['username', 'a b'],
    ['username', 'a\u200Bb'],
    ['email', 'nobody'],
    ['email', 'a@b'],
    ['phone', 'x'],
    ['phone', '1'],
  ])('refuses the %s %p', async (kind, name) => {
    const answer = await post(`${REGISTER}/${kind}/`, { [kind]: name, password: PASSWORD })
    expect(answer.status).toBe(400)
  })

  it('turns an anonymous user into the account, which keeps the id', async () => {
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
  it('answers an unknown name and a wrong password alike', async () => {
    await hand.register('dave')
    const wrong = await post(`${LOGIN}/username/`, { username: 'dave', password: 'not that one' })
    const unknown = await post(`${LOGIN}/username/`, {
      username: 'nobody',
      password: 'not that one',
    })
    expect(wrong.status).toBe(400)
    expect(unknown).toEqual(wrong)
  })

  it('slows guessing down to one a minute, however many come at once', async () => {
    await hand.register('erika')
    const attempt = (password: string) =>
      post(`${LOGIN}/username/`, { username: 'erika', password })
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, i) => attempt(`guess ${i}...`)),
    )
    expect(guesses.filter(({ status }) => status === 400)).toHaveLength(10)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(2)
    expect(await attempt(PASSWORD)).toMatchObject({ status: 429, body: { retry_after: 60 } })

    desk.clock.advance(60_000)
    expect((await attempt(PASSWORD)).status).toBe(201)
  })
})

describe('changing the account', () => {
  it('answers with the whole user and the documented plain keys', async () => {
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

  it('wants the old password for a new one, where there is one', async () => {
    const { token } = await hand.register('gerd')
    const fresh = 'another horse battery'
    expect((await change(token, { new_password: fresh })).status).toBe(400)
    expect((await change(token, { new_password: fresh, password: 'wrong wrong' })).status).toBe(400)
    expect((await change(token, { new_password: fresh, password: PASSWORD })).status).toBe(200)
    expect((await post(`${LOGIN}/username/`, { username: 'gerd', password: fresh })).status).toBe(
      201,
    )

    const { token: wechat } = await hand.signIn('gerda')
    expect((await change(wechat, { username: 'gerda', new_password: fresh })).status).toBe(200)
  })

  it('ends every old session when the password changes', async () => {
    const { token: other, user } = await hand.register('hilde')
    const { token } = (await post(`${LOGIN}/username/`, { username: 'hilde', password: PASSWORD }))
      .body
    const body = { new_password: 'another horse battery', password: PASSWORD }
    const answer = await change(token, body, {})
    for (const old of [other, token]) expect(await hand.read(user.id, old)).toBe(401)
    expect(await hand.read(user.id, answer.body.token)).toMatchObject({ id: user.id })
  })

  it('never takes the last way in away: a name with a password', async () => {
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

  it('never takes the last way in away: a number that takes a code', async () => {
    const phone = '13900000071'
    await post('/hserve/v2.2/sms-verification-code/', { phone })
    const sms = desk.wechat.platform.outbox.sms().at(-1)?.text ?? ''
    const code = /\d{6}/.exec(sms)?.[0]
    const { token } = (await post(`${LOGIN}/sms/`, { phone, code })).body
    // No password makes a way in of the name, so the number stays.
    expect((await change(token, { username: 'nameless', phone: null })).status).toBe(400)
    expect((await change(token, { username: 'nameless', new_password: PASSWORD })).status).toBe(200)
    expect((await change(token, { phone: null })).status).toBe(200)
  })

  it('takes every name away from an account that its WeChat opens', async () => {
    const { token } = await hand.signIn('wera')
    expect((await change(token, { username: 'wera', phone: '13900000072' })).status).toBe(200)
    expect((await change(token, { username: null, phone: null })).status).toBe(200)
  })

  it('refuses names of others, and anonymous users', async () => {
    await hand.register('ida')
    const { token } = await hand.register('ivo')
    expect((await change(token, { username: 'IDA' })).status).toBe(400)
    const anonymous = (await post('/hserve/v2.0/login/anonymous/', {})).body.token
    expect((await change(anonymous, { username: 'nn' })).status).toBe(403)
  })
})

describe('the own user', () => {
  const update = (token: string, body: object) =>
    desk.call('PUT', '/hserve/v2.5/user/info/', { body, token })

  it('takes fields, custom fields and operators', async () => {
    const { token } = await hand.register('jan')
    const answer = await update(token, { nickname: 'Jan', gender: 1, level: 3, tags: ['a'] })
    expect(answer.body).toMatchObject({ nickname: 'Jan', gender: 1, level: 3, tags: ['a'] })
    const operators = {
      level: { $incr_by: 2 },
      tags: { $append_unique: ['a', 'b'] },
      prefs: { $update: { dark: true } },
    }
    expect((await update(token, operators)).body).toMatchObject({
      level: 5,
      tags: ['a', 'b'],
      prefs: { dark: true },
    })
    expect(
      (await update(token, { tags: { $remove: ['a'] }, prefs: { $update: { big: 1 } } })).body,
    ).toMatchObject({
      tags: ['b'],
      prefs: { dark: true, big: 1 },
    })
    expect((await update(token, { tags: { $append: ['c', 'd'] } })).body.tags).toEqual([
      'b',
      'c',
      'd',
    ])
    expect((await update(token, { tags: { $pop: 1 } })).body.tags).toEqual(['b', 'c'])
    expect((await update(token, { tags: { $pop: -1 } })).body.tags).toEqual(['c'])
  })

  it('counts increments that come at once', async () => {
    const { token } = await hand.register('kurt')
    await Promise.all(Array.from({ length: 10 }, () => update(token, { visits: { $incr_by: 1 } })))
    expect((await update(token, {})).body.visits).toBe(10)
  })

  it.each([
    { id: 1 },
    { openid: 'o' },
    { _phone: '1' },
    { created_at: 1 },
    { nickname: 5 },
    { nickname: 'x'.repeat(1025) },
    { gender: 7 },
    { tags: { $nope: 1 } },
    { tags: { $incr_by: 'x' } },
    { 'bad name': 1 },
    { big: 'x'.repeat(17_000) },
    { nickname: 'a\u0000b' },
    { custom: 'half \ud800 pair' },
    { __proto__x: 1, $set: 1 },
  ])('refuses %p', async (body) => {
    const { token } = await hand.signIn('lea')
    const answer = await update(token, body)
    expect(answer.status).toBe(400)
  })

  it('keeps every well-formed text as it is', async () => {
    const { token } = await hand.signIn('max')
    const nickname = '👩‍👩‍👧 名前 \\u0000 ﷽'
    expect((await update(token, { nickname })).body.nickname).toBe(nickname)
  })
})

describe('finding users', () => {
  const find = (token: string, query: Record<string, string>) =>
    desk.call('GET', `/hserve/v2.2/user/info/?${new URLSearchParams(query)}`, { token })

  it('finds by nickname, shows others three fields, pages and counts', async () => {
    const { token } = await hand.signIn('nina')
    for (const name of ['ora', 'orb', 'orc']) {
      const other = await hand.signIn(name)
      await desk.call('PUT', '/hserve/v2.5/user/info/', {
        body: { nickname: `find-${name}` },
        token: other.token,
      })
    }
    const where = JSON.stringify({ $and: [{ nickname: { $contains: 'find-' } }] })
    const page = await find(token, { where, limit: '2', return_total_count: '1' })
    expect(page.status).toBe(200)
    expect(page.body.meta).toMatchObject({ limit: 2, offset: 0, total_count: 3, previous: null })
    expect(Object.keys(page.body.objects[0]).sort()).toEqual(['avatar', 'id', 'nickname'])

    const next = await desk.call('GET', page.body.meta.next, { token })
    expect(next.body.objects.map(({ nickname }: { nickname: string }) => nickname)).toEqual([
      'find-orc',
    ])
    expect(next.body.meta.next).toBeNull()
  })

  it.each([
    '{',
    '[]',
    '{"_phone":"1"}',
    '{"nickname":{"$regex":"a"}}',
    '{"id":"x"}',
    '{"id":{"$in":1}}',
  ])('refuses where=%s', async (where) => {
    const { token } = await hand.signIn('otto')
    expect((await find(token, { where })).status).toBe(400)
  })

  it('takes % and _ in a name as themselves', async () => {
    const { token } = await hand.signIn('paul')
    const where = JSON.stringify({ nickname: { $contains: '%' } })
    expect((await find(token, { where })).body.objects).toEqual([])
  })
})
