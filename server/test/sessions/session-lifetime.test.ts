import { serverForFile } from '../kit/server-for-file'

const PATH = '/hserve/v2.5/idp/wechat/silent-login/'
const APPID = 'touristappid'

const { server } = serverForFile()

const codeOf = (person: string) =>
  server.wechat.platform.login(person, { kind: 'app', appid: APPID })
const login = (person: string, more: object = {}) =>
  server.call('POST', PATH, { body: { code: codeOf(person), create_user: true, ...more } })

describe('a session', () => {
  it('a session shows its owner everything and others three fields', async () => {
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
    'a session is answered 404 for the user id %s',
    async (id) => {
      const { token } = (await login('alice')).body
      const answer = await server.call('GET', `/hserve/v2.5/user/info/${id}/`, { token })
      expect(answer.status).toBe(404)
    },
  )

  it('a session is ended by destroy; a second destroy is refused', async () => {
    const { token } = (await login('carol')).body
    const destroy = () => server.call('POST', '/hserve/v2.0/session/destroy/', { body: {}, token })

    expect(await destroy()).toEqual({
      status: 201,
      body: { status: 'ok', message: 'Destroy succeed.' },
    })
    expect((await destroy()).status).toBe(401)
  })

  it('a session ends by itself after thirty days', async () => {
    const { token, expires_in: seconds, user_info: user } = (await login('erin')).body
    const read = () => server.call('GET', `/hserve/v2.5/user/info/${user.id}/`, { token })

    server.clock.advance(seconds * 1000 - 1)
    expect((await read()).status).toBe(200)
    server.clock.advance(1)
    expect((await read()).status).toBe(401)
  })
})
