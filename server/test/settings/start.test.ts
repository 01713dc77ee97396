import { randomBytes } from 'node:crypto'
import { startServer } from '../../src/start'
import { emptyDatabase, type ServerDatabase } from '../kit/server-database'
import { faultOf } from '../kit/fault'
import { httpClient } from '../kit/http-client'

let databases: readonly ServerDatabase[]
beforeAll(async () => {
  databases = await Promise.all([emptyDatabase(), emptyDatabase()])
})
afterAll(() => Promise.all(databases.map(({ remove }) => remove())))

describe('starting the server', () => {
  it('the server migrates an empty database, listens, and finds its data on the second start', async () => {
    const [own, other] = databases
    const env = { ...own?.env, PORT: '0', LOG_LEVEL: 'silent' }
    const steps: string[] = []
    const first = await startServer(env, { report: (step) => steps.push(step) })
    expect(steps.at(-1)).toBe('migrating')
    const account = { body: { username: 'zoe', password: 'correct horse battery' } }
    const register = '/hserve/v2.1/register/username/'
    expect((await httpClient(first.url).call('POST', register, account)).status).toBe(201)
    await first.close()

    const second = await startServer(env)
    const { call } = httpClient(second.url)
    expect((await call('POST', register, account)).status).toBe(400)
    const { body } = await call('POST', '/hserve/v2.1/login/username/', account)
    const claim = { body: { phone: '13912345678' }, token: String(body['token']) }
    expect((await call('PUT', '/hserve/v2.2/user/account/', claim)).status).toBe(200)
    const port = new URL(second.url).port
    expect(await faultOf({ ...other?.env, PORT: port })).toBe(
      `Port ${port} on 127.0.0.1 is taken: stop the program that listens there, or set PORT to a free one.`,
    )
    await second.close()
  }, 120_000)

  it('the server does not start with another INDEX_KEY than phones are found by', async () => {
    const INDEX_KEY = randomBytes(32).toString('base64')
    expect(await faultOf({ ...databases[0]?.env, PORT: '0', INDEX_KEY })).toMatch(
      /^INDEX_KEY is not the key that phone numbers are found by/,
    )
  }, 120_000)

  it('the server reports every malformed setting at once at its start, one sentence each', async () => {
    const fault = await faultOf({
      PORT: '70000',
      DATABASE_URL: 'mysql://x',
      WECHAT_API_BASE: 'nowhere',
      LOG_LEVEL: 'loud',
    })
    const lines = fault.split('\n')
    expect(lines).toHaveLength(4)
    for (const name of ['PORT', 'DATABASE_URL', 'WECHAT_API_BASE', 'LOG_LEVEL']) {
      expect(lines.filter((line) => line.startsWith(`${name} is `))).toHaveLength(1)
    }
  })

  it('the server reports a PostgreSQL that is away at its start, without its password', async () => {
    const fault = await faultOf({ DATABASE_URL: 'postgres://me:hush@127.0.0.1:1/x' })
    expect(fault).toContain('(ECONNREFUSED)')
    expect(fault).not.toContain('hush')
  })
})
