import { findIsolation } from '../../src/functions/isolation'
import { UPDATE } from '../kit/cloud-functions'
import { readyDatabase, type ServerDatabase } from '../kit/server-database'
import { FUNCTION_JOB } from '../kit/function-server'
import { httpClient } from '../kit/http-client'
import { startServerProcess, type ServerProcess } from '../kit/server-process'

// In a user namespace without users nothing may be isolated any further, as in most containers.
const inNarrowContainer = async (): Promise<readonly string[]> => {
  const { gaps } = await findIsolation()
  return gaps.length === 0 ? ['/usr/bin/unshare', '--user'] : []
}

const runFunctionOn = async ({ url }: ServerProcess, username: string) => {
  const client = httpClient(url)
  const body = { username, password: 'correct horse battery' }
  const registered = await client.call('POST', '/hserve/v2.1/register/username/', { body })
  return client.call('POST', FUNCTION_JOB, {
    body: { function_name: UPDATE },
    token: String(registered.body['token']),
  })
}

describe('a server on a machine that isolates no functions', () => {
  let database: ServerDatabase
  let starter: readonly string[]
  beforeAll(async () => {
    database = await readyDatabase()
    starter = await inNarrowContainer()
  }, 120_000)
  afterAll(() => database.remove())

  it('a server on a machine that isolates no functions says so at start, and refuses them where isolation is required', async () => {
    const env = { ...database.env, FUNCTIONS_ISOLATION: 'required' }
    const server = await startServerProcess(env, 'src/main.ts', starter)
    expect(server.printed).toEqual(
      expect.arrayContaining([
        'functions are not isolated: on this machine a function can reach the network',
        expect.stringMatching(/^functions are refused: .*FUNCTIONS_ISOLATION/),
      ]),
    )
    expect(await runFunctionOn(server, 'mallory')).toMatchObject({
      status: 503,
      body: { error_code: 'functions_not_isolated' },
    })
    await server.stop()
  }, 120_000)

  it('a server on a machine that isolates no functions runs them where the operator trusts them', async () => {
    const env = { ...database.env, FUNCTIONS_ISOLATION: 'trusted' }
    const server = await startServerProcess(env, 'src/main.ts', starter)
    expect(server.printed.filter((line) => line.startsWith('functions are refused'))).toEqual([])
    expect(await runFunctionOn(server, 'trent')).toMatchObject({ status: 200, body: { code: 1 } })
    await server.stop()
  }, 120_000)
})
