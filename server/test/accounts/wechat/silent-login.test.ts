import { serverForFile } from '../../kit/server-for-file'
import { users } from '../../../src/db/schema'

const PATH = '/hserve/v2.5/idp/wechat/silent-login/'
const APPID = 'touristappid'

const { server } = serverForFile()

const codeOf = (person: string) =>
  server.wechat.platform.login(person, { kind: 'app', appid: APPID })
const login = (person: string, more: object = {}) =>
  server.call('POST', PATH, { body: { code: codeOf(person), create_user: true, ...more } })

describe('silent login', () => {
  it('a silent login makes an account on first sight and finds it again on the second', async () => {
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

  it('a silent login answers 404 for an unknown person with create_user false and stores nothing', async () => {
    const before = await server.context.db.$count(users)
    const answer = await login('nobody', { create_user: false })

    expect(answer.status).toBe(404)
    expect(answer.body).toMatchObject({ status: 'error', error_msg: expect.any(String) })
    expect(await server.context.db.$count(users)).toBe(before)
  })

  it('a silent login makes one account of many first launches at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => login('crowd')))

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201))
    expect(new Set(answers.map(({ body }) => body.user_info.id)).size).toBe(1)
  })

  it('a silent login refuses a consumed code, an invented one and an expired one', async () => {
    const consumed = codeOf('alice')
    await server.call('POST', PATH, { body: { code: consumed } })
    const old = codeOf('alice')
    server.clock.advance(5 * 60_000 + 1)

    for (const code of [consumed, 'invented', old]) {
      const answer = await server.call('POST', PATH, { body: { code } })
      expect(answer.status).toBe(400)
      expect(answer.body.error_msg).toMatch(/^code_(used|invalid): /)
    }
  })

  it('a silent login takes the code that DevTools returns under the tourist AppID, any number of times', async () => {
    const code = 'the code is a mock one'
    const ids = await Promise.all(
      [1, 2].map(
        async () => (await server.call('POST', PATH, { body: { code } })).body.user_info.id,
      ),
    )
    expect(ids[0]).toEqual(expect.any(Number))
    expect(ids[1]).toBe(ids[0])
  })

  it('a silent login ends the session whose token the request carried', async () => {
    const { token, user_info: user } = (await login('dora')).body
    const renewed = await server.call('POST', PATH, { body: { code: codeOf('dora') }, token })
    const path = `/hserve/v2.5/user/info/${user.id}/`

    expect((await server.call('GET', path, { token })).status).toBe(401)
    expect((await server.call('GET', path, { token: renewed.body.token })).status).toBe(200)
  })
})
