import { inTurn, startPair, type Pair } from './kit'

const SILENT_LOGIN = '/hserve/v2.5/idp/wechat/silent-login/'

describe('two server processes on one PostgreSQL', () => {
  let pair: Pair

  beforeAll(async () => {
    pair = await startPair()
  }, 120_000)
  afterAll(() => pair.stop())

  const signIn = (client: Pair['left'], person: string) =>
    client.call('POST', SILENT_LOGIN, { body: { code: pair.code(person), create_user: true } })

  it('two server processes migrate an empty database once, though they start at the same moment', async () => {
    const migrations = await pair.count('select count(*) from migrations')
    expect(migrations).toBeGreaterThan(0)
    expect((await pair.left.call('GET', '/healthz')).status).toBe(200)
    expect((await pair.right.call('GET', '/healthz')).status).toBe(200)
  })

  it('two server processes make one user of twelve concurrent first logins of one person', async () => {
    const before = await pair.count('select count(*) from users')
    const answers = await inTurn(pair, 12, (client) => signIn(client, 'alice'))

    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201))
    const ids = answers.map(({ body }) => (body['user_info'] as { id: number }).id)
    expect(new Set(ids).size).toBe(1)
    expect(await pair.count('select count(*) from users')).toBe(before + 1)
    const orphans =
      'select count(*) from users where id not in (select user_id from wechat_identities)'
    expect(await pair.count(orphans)).toBe(0)
  })

  it('two server processes open a session of its own for each concurrent login, good at either process', async () => {
    const [one, two] = await inTurn(pair, 2, (client) => signIn(client, 'bob'))
    const { id } = one?.body['user_info'] as { id: number }
    for (const answer of [one, two]) {
      for (const client of [pair.left, pair.right]) {
        const token = String(answer?.body['token'])
        const read = await client.call('GET', `/hserve/v2.5/user/info/${id}/`, { token })
        expect(read.status).toBe(200)
      }
    }
  })

  it('a session that ends at one server process is refused at the other', async () => {
    const { body } = await signIn(pair.left, 'carol')
    const token = String(body['token'])
    const { id } = body['user_info'] as { id: number }
    await pair.left.call('POST', '/hserve/v2.0/session/destroy/', { token, body: {} })
    const read = await pair.right.call('GET', `/hserve/v2.5/user/info/${id}/`, { token })
    expect(read.status).toBe(401)
  })

  it('two server processes consume one login code once, whichever process gets it first', async () => {
    const code = pair.code('dave')
    const answers = await inTurn(pair, 4, (client) =>
      client.call('POST', SILENT_LOGIN, { body: { code, create_user: true } }),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400])
  })
})
