import { join } from 'node:path'
import { runFunction } from '../../src/functions/run-function'
import { UPDATE, type DeployedFunctions } from '../kit/cloud-functions'
import { openTestServer, type TestServer } from '../kit/test-server'
import { FUNCTION_JOB, openFunctionServer, type FunctionServer } from '../kit/function-server'
import { phoneInHand, type PhoneInHand } from '../kit/phone-in-hand'

let functions: DeployedFunctions
let server: TestServer
let hand: PhoneInHand
let invoke: FunctionServer['invoke']
let close: FunctionServer['close']
beforeAll(async () => {
  ;({ functions, server, hand, invoke, close } = await openFunctionServer())
}, 120_000)
afterAll(() => close())

describe('a cloud function', () => {
  it('a cloud function receives who calls, by their session, and what they sent', async () => {
    const { token, user } = await hand.signIn('alice')
    const { status, body } = await invoke(token, 'tells_event', { userID: 1 })
    expect(status).toBe(200)
    expect(body).toMatchObject({ code: 0, error: {} })
    expect(body.data).toEqual({
      data: { userID: 1 },
      eventType: 'sdk',
      jobId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      memoryLimitInMB: 128,
      miniappId: 'starter-dev',
      timeLimitInMS: 5000,
      request: {
        user: {
          id: user.id,
          openid: hand.openid('alice'),
          unionid: hand.unionid('alice'),
          nickname: user.nickname,
          avatar_url: user.avatar,
        },
        meta: { ip_address: '127.0.0.1', user_agent: expect.any(String) },
      },
    })
  })

  it.each([
    ['calls_back', { code: 0, data: [1, '二'], error: {} }],
    ['gives_nothing', { code: 0, data: null, error: {} }],
    ['gives_a_function', { code: 0, data: null, error: {} }],
    ['calls_back_then_fails', { code: 0, data: 'luck', error: {} }],
    ['calls_back_then_fails_later', { code: 0, data: 'luck', error: {} }],
    ['chats', { code: 0, data: 'chatted', error: {} }],
  ])('a cloud function that %s is answered with 200 and its data', async (name, expected) => {
    const { token } = await hand.signIn('alice')
    expect(await invoke(token, name, [1, '二'])).toEqual({ status: 200, body: expected })
  })

  it.each([
    ['throws', 'Error', 'no luck'],
    ['throws_nothing', 'Error', 'null'],
    ['calls_back_error', 'TypeError', 'no luck'],
    ['calls_back_text', 'Error', 'no luck'],
    ['exports_nothing', 'Error', 'The function exports no main.'],
    ['never_answers', 'Error', 'The function ended without an answer.'],
    ['gives_a_book', 'Error', 'The answer is longer than 1 MiB.'],
    ['is_broken', 'SyntaxError', expect.stringContaining('Unexpected')],
    ['gives_a_bigint', 'TypeError', expect.stringContaining('BigInt')],
    ['gives_a_circle', 'TypeError', expect.stringContaining('circular')],
  ])('a cloud function that %s is answered with its error', async (name, type, message) => {
    const { token } = await hand.signIn('alice')
    const body = { code: 1, data: null, error: { message, type } }
    expect(await invoke(token, name)).toEqual({ status: 200, body })
  })

  it('a cloud function is answered when nothing is left to do: all that it began is finished', async () => {
    const { token, user } = await hand.signIn('lena')
    const { body } = await invoke(token, 'answers_then_works')
    expect(body).toMatchObject({ code: 0, data: 'begun' })
    expect((await hand.read(user.id, token)).nickname).toBe('Late')
  })

  it.each(['nothing', '../loops', `${UPDATE}/`, '', 'toString', 'a'.repeat(65)])(
    'a cloud function named "%s" is not found',
    async (name) => {
      const { token } = await hand.signIn('alice')
      expect((await invoke(token, name)).status).toBe(404)
    },
  )

  it('a cloud function gets data of 60 levels, and is refused with 400 for deeper data', async () => {
    const { token } = await hand.signIn('alice')
    const nested = (levels: number): unknown =>
      Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 1)
    expect((await invoke(token, 'gives_nothing', nested(60))).status).toBe(200)
    // JSON of these levels is a body of 40 KB, and overflows the stack of JSON.stringify.
    const payload = `{"function_name":"gives_nothing","data":${'['.repeat(20_000)}${']'.repeat(20_000)}}`
    const { statusCode } = await server.app.inject({
      method: 'POST',
      url: FUNCTION_JOB,
      headers: {
        'content-type': 'application/json',
        'x-hydrogen-client-id': server.context.settings.clientId,
        authorization: `Hydrogen-r1 ${token}`,
      },
      payload,
    })
    expect(statusCode).toBe(400)
    expect((await invoke(token, 'gives_nothing', nested(201))).status).toBe(400)
  })

  it('a cloud function runs for members only, not for strangers or anonymous users', async () => {
    expect((await invoke('nobody', 'tells_event')).status).toBe(401)
    const { body } = await server.call('POST', '/hserve/v2.0/login/anonymous/', { body: {} })
    expect((await invoke(body.token, 'tells_event')).status).toBe(403)
  })

  it('a cloud function runs in the background when no caller waits, with 300 seconds', async () => {
    const { token, user } = await hand.signIn('ben')
    expect(await invoke(token, 'notes_limit', {}, false)).toEqual({
      status: 200,
      body: { status: 'ok' },
    })
    await server.context.background.settled()
    expect((await hand.read(user.id, token)).nickname).toBe('300000')
  })

  it('a cloud function is ended with the server when no caller waits for it', async () => {
    const other = await openTestServer({ FUNCTIONS_DIR: functions.folder })
    const { token } = await phoneInHand(other).signIn('ben')
    const body = { function_name: 'loops', sync: false }
    expect((await other.call('POST', FUNCTION_JOB, { body, token })).status).toBe(200)
    await other.close()
    await other.context.background.settled()
  }, 120_000)
})

describe('the isolation of a cloud function', () => {
  const run = (name: string, limitMs: number) =>
    runFunction(
      functions.fileOf(name),
      '{}',
      limitMs,
      async () => null,
      new AbortController().signal,
    )

  it.each(['loops', 'never_ends'])('a function that %s is ended at its limit', async (name) => {
    expect(await run(name, 300)).toEqual({
      kind: 'crashed',
      reason: 'it ran for more than 0.3 seconds',
    })
  })

  it('a cloud function gets answers to a hundred calls of one run, and to no more', async () => {
    expect(await run('asks_too_often', 30_000)).toEqual({
      kind: 'failed',
      name: 'Error',
      message: '100 calls were answered. A run makes at most 100 calls of the server.',
    })
  })

  it('the isolation of a cloud function keeps secrets, files and programs from code that broke out of its vm', async () => {
    const { token } = await hand.signIn('alice')
    const own = functions.fileOf('looks_around')
    const foreign = [
      `/proc/${process.pid}/environ`,
      '/proc/self/environ',
      '/etc/passwd',
      join(__dirname, '../../package.json'),
      functions.fileOf('loops'),
    ]
    const { body } = await invoke(token, 'looks_around', { own, files: foreign })
    expect(body.data).toEqual({
      environment: ['TZ'],
      own: 'ERR_ACCESS_DENIED',
      foreign: foreign.map(() => 'ERR_ACCESS_DENIED'),
      written: 'ERR_ACCESS_DENIED',
      started: 'ERR_ACCESS_DENIED',
    })
  })

  it('a cloud function sees nothing of a failure that is not meant for it', async () => {
    const outcome = await runFunction(
      functions.fileOf('renames'),
      '{"data":{}}',
      5_000,
      async () => {
        throw new Error('Failed query: select secret')
      },
      new AbortController().signal,
    )
    expect(outcome).toEqual({
      kind: 'failed',
      name: 'Error',
      message: 'The server could not do it.',
    })
  })
})
