import { serverForFile } from './kit/server-for-file'
import { users } from '../src/db/schema'

const PATH = '/hserve/v2.5/idp/wechat/silent-login/'
const APPID = 'touristappid'

const { server } = serverForFile()

const codeOf = (person: string) =>
  server.wechat.platform.login(person, { kind: 'app', appid: APPID })
const login = (person: string, more: object = {}) =>
  server.call('POST', PATH, { body: { code: codeOf(person), create_user: true, ...more } })

describe('silent login', () => {
  it('makes an account on first sight and finds it again on the second', async () => {
    const first = await login('alice')
    const second = await login('alice')

    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({ token: expect.any(String), expires_in: 2592000 })
    expect(first.body.user_info.openid).toBe(
      server.wechat.platform.identityOf('alice', APPID).openid,
    )
    expect(second.body.user_info.id).toBe(first.body.user_info.id)
    expect(second.body.token).not.toBe(first.body.token)
  })

  it('answers 404 for an unknown person with create_user false and stores nothing', async () => {
    const before = await server.context.db.$count(users)
    const answer = await login('nobody', { create_user: false })

    expect(answer.status).toBe(404)
    expect(answer.body).toMatchObject({ status: 'error', error_msg: expect.any(String) })
    expect(await server.context.db.$count(users)).toBe(before)
  })

  it('makes one account of many first launches at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => login('crowd')))

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201))
    expect(new Set(answers.map(({ body }) => body.user_info.id)).size).toBe(1)
  })

  it('refuses a spent code, an invented one and an expired one', async () => {
    const spent = codeOf('alice')
    await server.call('POST', PATH, { body: { code: spent } })
    const old = codeOf('alice')
    server.clock.advance(5 * 60_000 + 1)

    for (const code of [spent, 'invented', old]) {
      const answer = await server.call('POST', PATH, { body: { code } })
      expect(answer.status).toBe(400)
      expect(answer.body.error_msg).toMatch(/^code_(used|invalid): /)
    }
  })

  it('takes the code DevTools hands out under the tourist AppID, any number of times', async () => {
    const code = 'the code is a mock one'
    const ids = await Promise.all(
      [1, 2].map(
        async () => (await server.call('POST', PATH, { body: { code } })).body.user_info.id,
      ),
    )
    expect(ids[0]).toEqual(expect.any(Number))
    expect(ids[1]).toBe(ids[0])
  })

  it('ends the session whose token the request carried', async () => {
    const { token, user_info: user } = (await login('dora')).body
    const renewed = await server.call('POST', PATH, { body: { code: codeOf('dora') }, token })
    const path = `/hserve/v2.5/user/info/${user.id}/`

    expect((await server.call('GET', path, { token })).status).toBe(401)
    expect((await server.call('GET', path, { token: renewed.body.token })).status).toBe(200)
  })
})

describe('a session', () => {
  it('shows its owner everything and others three fields', async () => {
    const alice = (await login('alice')).body
    const bob = (await login('bob')).body
    const path = `/hserve/v2.5/user/info/${alice.user_info.id}/`

    expect((await server.call('GET', path, { token: alice.token })).body).toEqual(alice.user_info)
    expect((await server.call('GET', path, { token: bob.token })).body).toEqual({
      id: alice.user_info.id,
      nickname: '',
      avatar: '',
    })
  })

  it.each(['0', '99999999999999', '9007199254740993', '-1', 'x', '%00', '1e3'])(
    'answers 404 for the user id %s',
    async (id) => {
      const { token } = (await login('alice')).body
      const answer = await server.call('GET', `/hserve/v2.5/user/info/${id}/`, { token })
      expect(answer.status).toBe(404)
    },
  )

  it('is ended by destroy; a second destroy is refused', async () => {
    const { token } = (await login('carol')).body
    const destroy = () => server.call('POST', '/hserve/v2.0/session/destroy/', { body: {}, token })

    expect(await destroy()).toEqual({
      status: 201,
      body: { status: 'ok', message: 'Destroy succeed.' },
    })
    expect((await destroy()).status).toBe(401)
  })

  it('ends by itself after thirty days', async () => {
    const { token, expires_in: seconds, user_info: user } = (await login('erin')).body
    const read = () => server.call('GET', `/hserve/v2.5/user/info/${user.id}/`, { token })

    server.clock.advance(seconds * 1000 - 1)
    expect((await read()).status).toBe(200)
    server.clock.advance(1)
    expect((await read()).status).toBe(401)
  })
})
