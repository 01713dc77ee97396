import { serverForFile } from '../../kit/server-for-file'

const PATH = '/hserve/v2.4/idp/wechat/user-associate/'
const SILENT = '/hserve/v2.5/idp/wechat/silent-login/'

const { server, hand } = serverForFile()

const link = (token: string, body: object) => server.call('POST', PATH, { body, token })
const silently = (person: string, more: object = {}) =>
  server.call('POST', SILENT, { body: { code: hand.code(person), create_user: false, ...more } })
const ticketFor = async (person: string): Promise<string> =>
  (await silently(person)).body.link_ticket

describe('linking WeChat', () => {
  it('linking WeChat opens the account to the next silent login', async () => {
    const { token, user } = await hand.register('alice')
    const answer = await link(token, { code: hand.code('alice') })

    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      status: 'ok',
      message: 'User associated.',
      openid: hand.openid('alice'),
      user_id: user.id,
    })
    expect((await silently('alice')).body.user_info.id).toBe(user.id)
  })

  it('linking WeChat ends the old sessions and returns a new token', async () => {
    const { token, user } = await hand.register('bella')
    const answer = await link(token, { code: hand.code('bella') })
    expect(await hand.read(user.id, token)).toBe(401)
    expect(await hand.read(user.id, answer.body.token)).toMatchObject({
      openid: answer.body.openid,
    })
  })

  it('linking WeChat changes nothing when repeated', async () => {
    const { token } = await hand.register('carl')
    const first = await link(token, { code: hand.code('carl') })
    const again = await link(first.body.token, { code: hand.code('carl') })
    expect(again.status).toBe(200)
    expect(again.body).not.toHaveProperty('token')
  })

  it('linking WeChat refuses a WeChat user of another account, and an account of another WeChat user', async () => {
    await hand.signIn('dan')
    const { token } = await hand.register('dolly')
    expect((await link(token, { code: hand.code('dan') })).status).toBe(400)

    const { body } = await link(token, { code: hand.code('dolly') })
    expect((await link(body.token, { code: hand.code('stranger') })).status).toBe(400)
  })

  it('linking WeChat is refused for an anonymous user', async () => {
    const { body } = await server.call('POST', '/hserve/v2.0/login/anonymous/', { body: {} })
    expect((await link(body.token, { code: hand.code('ed') })).status).toBe(403)
  })

  it('linking WeChat succeeds for one of many accounts that race for one WeChat user', async () => {
    const accounts = await Promise.all(['f1', 'f2', 'f3', 'f4'].map((name) => hand.register(name)))
    const answers = await Promise.all(
      accounts.map(({ token }) => link(token, { code: hand.code('fay') })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400])
  })
})

describe('a link ticket', () => {
  it('a link ticket links in place of a code, once', async () => {
    const link_ticket = await ticketFor('gail')
    const { token, user } = await hand.register('gail')
    const { token: second } = await hand.register('gail2')

    expect((await link(token, { link_ticket })).body).toMatchObject({ openid: hand.openid('gail') })
    expect((await silently('gail')).body.user_info.id).toBe(user.id)
    expect((await link(second, { link_ticket })).status).toBe(400)
  })

  it('a link ticket is over after ten minutes', async () => {
    const { token } = await hand.register('hal')
    const [early, late] = [await ticketFor('hal'), await ticketFor('hal')]
    server.clock.advance(600_000 - 1)
    expect((await link(token, { link_ticket: early })).status).toBe(200)

    const { token: other } = await hand.register('hal2')
    server.clock.advance(1)
    const answer = await link(other, { link_ticket: late })
    expect(answer.body.error_msg).toContain('expired')
  })

  it('a link ticket opens nothing when its openid was linked meanwhile', async () => {
    const link_ticket = await ticketFor('ivy')
    await hand.signIn('ivy')
    const { token } = await hand.register('ivan')
    expect((await link(token, { link_ticket })).status).toBe(400)
  })

  it('a link ticket is refused when invented, changed or of another kind', async () => {
    const { token } = await hand.register('jo')
    const ticket = await ticketFor('jo')
    for (const link_ticket of ['x', 'dev.AAAA', `${ticket}A`, ticket.slice(0, -2), token]) {
      expect((await link(token, { link_ticket })).status).toBe(400)
    }
  })

  it('a link ticket is consumed by one of two requests at once', async () => {
    const link_ticket = await ticketFor('kay')
    const accounts = await Promise.all(['kay1', 'kay2'].map((name) => hand.register(name)))
    const answers = await Promise.all(accounts.map(({ token }) => link(token, { link_ticket })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  })
})
