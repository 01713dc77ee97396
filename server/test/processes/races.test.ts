import type { HttpClient, JsonAnswer } from '../kit/http-client'
import { inTurn, startPair, type Pair } from './kit'

const SILENT_LOGIN = '/hserve/v2.5/idp/wechat/silent-login/'
const ASSOCIATE = '/hserve/v2.4/idp/wechat/user-associate/'
const password = 'correct horse battery'

const statuses = (answers: readonly JsonAnswer[]) => answers.map(({ status }) => status).sort()

describe('races between two server processes', () => {
  let pair: Pair

  beforeAll(async () => {
    pair = await startPair()
  }, 120_000)
  afterAll(() => pair.stop())

  const register = async (username: string): Promise<string> => {
    const body = { username, password }
    const answer = await pair.left.call('POST', '/hserve/v2.1/register/username/', { body })
    expect(answer.status).toBe(201)
    return String(answer.body['token'])
  }

  const registerAll = (names: readonly string[]) => Promise.all(names.map(register))

  const tokenOf = (tokens: readonly string[], index: number) => ({ token: tokens[index] ?? '' })

  it('one of four accounts wins that link one WeChat user at once at two processes', async () => {
    const tokens = await registerAll(['race-a', 'race-b', 'race-c', 'race-d'])
    const answers = await inTurn(pair, 4, (client, index) =>
      client.call('POST', ASSOCIATE, {
        ...tokenOf(tokens, index),
        body: { code: pair.code('prize'), associate_with_unionid: false },
      }),
    )
    expect(statuses(answers)).toEqual([200, 400, 400, 400])
    const winner = answers.find(({ status }) => status === 200)
    const launch = await pair.right.call('POST', SILENT_LOGIN, {
      body: { code: pair.code('prize'), create_user: false },
    })
    expect(launch.body['user_info']).toMatchObject({ id: winner?.body['user_id'] })
  })

  it('one of two WeChat users wins that one account links at once at two processes', async () => {
    const [token = ''] = await registerAll(['race-e'])
    const people = ['suitor-1', 'suitor-2']
    const answers = await inTurn(pair, 2, (client, index) =>
      client.call('POST', ASSOCIATE, {
        token,
        body: { code: pair.code(people[index] ?? ''), associate_with_unionid: false },
      }),
    )
    // The link of the first ends the session that the second came with.
    expect(statuses(answers)).toEqual([200, 401])
  })

  it('a link ticket of one process is good once, at either', async () => {
    const refused = await pair.left.call('POST', SILENT_LOGIN, {
      body: { code: pair.code('ticket-holder'), create_user: false },
    })
    expect(refused.status).toBe(404)
    const ticket = String(refused.body['link_ticket'])
    const tokens = await registerAll(['race-f', 'race-g'])
    const use = (client: HttpClient, index: number) =>
      client.call('POST', ASSOCIATE, { ...tokenOf(tokens, index), body: { link_ticket: ticket } })
    const answers = await inTurn(pair, 2, (_client, index) => use(pair.right, index))
    expect(statuses(answers)).toEqual([200, 400])
    // The winner's link has ended its token, so only the loser can show that the ticket is consumed.
    const loser = answers.findIndex(({ status }) => status === 400)
    expect((await use(pair.left, loser)).status).toBe(400)
  })

  it('one username is taken once, however many ask for it at two processes', async () => {
    const answers = await inTurn(pair, 6, (client, index) =>
      client.call('POST', '/hserve/v2.1/register/username/', {
        body: { username: index % 2 === 0 ? 'Race-Name' : 'race-NAME', password },
      }),
    )
    expect(statuses(answers)).toEqual([201, 400, 400, 400, 400, 400])
  })

  it('the guesses at a password are counted together: neither of two processes allows ten more', async () => {
    await register('race-h')
    const guesses = await inTurn(pair, 24, (client) =>
      client.call('POST', '/hserve/v2.1/login/username/', {
        body: { username: 'race-h', password: 'a guess that is wrong' },
      }),
    )
    const refused = guesses.filter(({ status }) => status === 400)
    const stopped = guesses.filter(({ status }) => status === 429)
    expect(refused.length).toBeLessThanOrEqual(10)
    expect(refused.length + stopped.length).toBe(24)
    for (const client of [pair.left, pair.right]) {
      const answer = await client.call('POST', '/hserve/v2.1/login/username/', {
        body: { username: 'race-h', password },
      })
      expect(answer.status).toBe(429)
    }
  })

  it('one text message a minute goes to a number, whichever of two processes is asked', async () => {
    const answers = await inTurn(pair, 4, (client) =>
      client.call('POST', '/hserve/v2.2/sms-verification-code/', {
        body: { phone: '13800000901' },
      }),
    )
    expect(statuses(answers)).toEqual([200, 429, 429, 429])
    const sent = pair.simulator.platform.outbox.sms().filter(({ to }) => to === '13800000901')
    expect(sent).toHaveLength(1)
  })

  it('one text code signs in once at two processes', async () => {
    await pair.left.call('POST', '/hserve/v2.2/sms-verification-code/', {
      body: { phone: '13800000902' },
    })
    const message = pair.simulator.platform.outbox.sms().find(({ to }) => to === '13800000902')
    const [code] = /\d{6}/.exec(message?.text ?? '') ?? []
    const answers = await inTurn(pair, 4, (client) =>
      client.call('POST', '/hserve/v2.1/login/sms/', {
        body: { phone: '13800000902', code, create_user: true },
      }),
    )
    expect(statuses(answers)).toEqual([201, 400, 400, 400])
  })
})
