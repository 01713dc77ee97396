import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runFunction } from '../src/functions/run-function'
import { findStarter } from '../src/functions/starter'
import { openDesk, type Desk } from './kit/desk'
import { phoneInHand, type PhoneInHand } from './kit/phone-in-hand'

const JOB = '/hserve/v1/cloud-function/job/'
const UPDATE = 'update_wechat_user_info'
const SHIPPED = join(__dirname, '../../cloud/functions', UPDATE)

// What a function reaches that has broken out of its vm into its process.
const ESCAPED = `BaaS.wechat.updateUserInfo.constructor.constructor('return process')()`

const FUNCTIONS: Readonly<Record<string, string>> = {
  tells_event: 'exports.main = async (event) => event',
  calls_back:
    'exports.main = (event, callback) => { setTimeout(() => callback(null, event.data), 1) }',
  calls_back_error: 'exports.main = (event, callback) => callback(new TypeError("no luck"))',
  calls_back_text: 'exports.main = (event, callback) => callback("no luck")',
  calls_back_then_fails:
    'exports.main = (event, callback) => { callback(null, "luck"); throw new Error("too late") }',
  calls_back_then_fails_later: `exports.main = (event, callback) => {
    setTimeout(() => { throw new Error('too late') }, 5)
    callback(null, 'luck')
  }`,
  gives_nothing: 'exports.main = async () => {}',
  gives_a_function: 'exports.main = async () => () => 1',
  gives_a_bigint: 'exports.main = async () => ({ n: 1n })',
  gives_a_circle: 'exports.main = async () => { const all = {}; all.all = all; return all }',
  gives_a_book: 'exports.main = async () => "x".repeat(1024 * 1024)',
  never_answers: 'exports.main = () => new Promise(() => {})',
  throws: 'exports.main = async () => { throw new Error("no luck") }',
  throws_nothing: 'exports.main = async () => { throw null }',
  chats: `exports.main = async () => {
    for (const level of ['log', 'info', 'warn', 'error', 'debug']) console[level]('a secret')
    return 'chatted'
  }`,
  asks_too_often: `exports.main = async ({ request }) => {
    const rename = (nickName) =>
      BaaS.wechat.updateUserInfo(request.user.id, { userInfo: { nickName, avatarUrl: 'https://a/b' } })
    for (let n = 0; n < 100; n++) await rename('n' + n)
    return rename('one too many')
  }`,
  answers_then_works: `exports.main = ({ request }, callback) => {
    setTimeout(() => {
      BaaS.wechat.updateUserInfo(request.user.id, { userInfo: { nickName: 'Late', avatarUrl: 'https://a/b' } }, { syncUserProfile: 'overwrite' })
    }, 20)
    callback(null, 'begun')
  }`,
  exports_nothing: 'BaaS.useVersion("v3.17.0")',
  is_broken: 'exports.main = (',
  loops: 'exports.main = () => { for (;;); }',
  never_ends: 'exports.main = () => new Promise(() => setTimeout(() => {}, 1e9))',
  eats_memory: 'exports.main = () => { const all = []; for (;;) all.push(new Array(1e5).fill(1)) }',
  renames: `exports.main = async ({ data }) =>
    BaaS.wechat.updateUserInfo(data.id, { userInfo: { nickName: data.name, avatarUrl: 'https://a/b' } }, { syncUserProfile: 'overwrite' })`,
  notes_limit: `exports.main = async (event) =>
    BaaS.wechat.updateUserInfo(event.request.user.id, { userInfo: { nickName: String(event.timeLimitInMS), avatarUrl: 'https://a/b' } }, { syncUserProfile: 'overwrite' })`,
  looks_around: `exports.main = async ({ data }) => {
    const process = ${ESCAPED}
    const attempt = (act) => { try { return act() } catch (error) { return error.code } }
    const { readFileSync, writeFileSync } = process.getBuiltinModule('fs')
    return {
      environment: Object.keys(process.env).filter((name) => name !== 'NODE_CHANNEL_FD'),
      own: attempt(() => readFileSync(data.own, 'utf8').length > 0),
      foreign: data.files.map((file) => attempt(() => readFileSync(file, 'utf8').length)),
      written: attempt(() => writeFileSync(data.own, '')),
      started: attempt(() => process.getBuiltinModule('child_process').execFileSync('id')),
    }
  }`,
  calls_out: `exports.main = ({ data }) => new Promise((resolve) => {
    const socket = ${ESCAPED}.getBuiltinModule('net').connect(data.port, '127.0.0.1')
    socket.on('connect', () => resolve('connected')).on('error', ({ code }) => resolve(code))
    socket.on('connect', () => socket.destroy())
  })`,
  breaks_runner: `exports.main = async () => { ${ESCAPED}.send({ type: 'done', data: '{' }); return new Promise(() => {}) }`,
  babbles: `exports.main = async () => { ${ESCAPED}.send({ type: 'call', id: 1, method: 'x', args: '3' }); return new Promise(() => {}) }`,
}

let folder: string
let desk: Desk
let hand: PhoneInHand
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'functions-'))
  await cp(SHIPPED, join(folder, UPDATE), { recursive: true })
  for (const [name, source] of Object.entries(FUNCTIONS)) {
    await mkdir(join(folder, name))
    await writeFile(join(folder, name, 'index.js'), source)
  }
  desk = await openDesk({ FUNCTIONS_DIR: folder })
  hand = phoneInHand(desk)
}, 30_000)
afterAll(async () => {
  await desk.close()
  await rm(folder, { recursive: true })
})

const invoke = (token: string, name: string, data?: unknown, sync = true) =>
  desk.call('POST', JOB, { body: { function_name: name, sync, data }, token })

describe('a cloud function', () => {
  it('hears who calls, by their session, and what they sent', async () => {
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
  ])('that %s is answered with 200 and its data', async (name, expected) => {
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
    ['asks_too_often', 'Error', 'A run makes at most 100 calls of the server.'],
  ])('that %s is answered with 200, code 1 and its error', async (name, type, message) => {
    const { token } = await hand.signIn('alice')
    const body = { code: 1, data: null, error: { message, type } }
    expect(await invoke(token, name)).toEqual({ status: 200, body })
  })

  it('is answered when nothing is left to do: what it began is finished', async () => {
    const { token, user } = await hand.signIn('lena')
    const { body } = await invoke(token, 'answers_then_works')
    expect(body).toMatchObject({ code: 0, data: 'begun' })
    expect((await hand.read(user.id, token)).nickname).toBe('Late')
  })

  it.each(['nothing', '../loops', `${UPDATE}/`, '', 'toString', 'a'.repeat(65)])(
    'named "%s" is not found',
    async (name) => {
      const { token } = await hand.signIn('alice')
      expect((await invoke(token, name)).status).toBe(404)
    },
  )

  it('runs for members only, not for strangers or anonymous users', async () => {
    expect((await invoke('nobody', 'tells_event')).status).toBe(401)
    const { body } = await desk.call('POST', '/hserve/v2.0/login/anonymous/', { body: {} })
    expect((await invoke(body.token, 'tells_event')).status).toBe(403)
  })

  it('runs in the background when nobody waits, with 300 seconds', async () => {
    const { token, user } = await hand.signIn('ben')
    expect(await invoke(token, 'notes_limit', {}, false)).toEqual({
      status: 200,
      body: { status: 'ok' },
    })
    await desk.context.background.settled()
    expect((await hand.read(user.id, token)).nickname).toBe('300000')
  })

  it('is ended with the server when nobody waits for it', async () => {
    const other = await openDesk({ FUNCTIONS_DIR: folder })
    const { token } = await phoneInHand(other).signIn('ben')
    const body = { function_name: 'loops', sync: false }
    expect((await other.call('POST', JOB, { body, token })).status).toBe(200)
    await other.close()
    await other.context.background.settled()
  }, 30_000)
})

describe('the isolation of a cloud function', () => {
  const run = (name: string, limitMs: number) =>
    runFunction(
      join(folder, name, 'index.js'),
      {},
      limitMs,
      async () => null,
      new AbortController().signal,
    )

  it.each(['loops', 'never_ends'])('ends one that %s at its limit', async (name) => {
    expect(await run(name, 300)).toEqual({
      kind: 'crashed',
      reason: 'it ran for more than 0.3 seconds',
    })
  })

  it('ends one that uses up its memory, and answers 400', async () => {
    const { token } = await hand.signIn('alice')
    const { status, body } = await invoke(token, 'eats_memory')
    expect([status, body.error_msg]).toEqual([400, expect.stringContaining('its process ended')])
  }, 20_000)

  it('keeps secrets, files and programs from one that broke out of its vm', async () => {
    const { token } = await hand.signIn('alice')
    const own = join(folder, 'looks_around', 'index.js')
    const foreign = [
      `/proc/${process.pid}/environ`,
      '/proc/self/environ',
      '/etc/passwd',
      join(__dirname, '../package.json'),
      join(folder, 'loops', 'index.js'),
    ]
    const { body } = await invoke(token, 'looks_around', { own, files: foreign })
    expect(body.data).toEqual({
      environment: [],
      own: true,
      foreign: foreign.map(() => 'ERR_ACCESS_DENIED'),
      written: 'ERR_ACCESS_DENIED',
      started: 'ERR_ACCESS_DENIED',
    })
  })

  it('leads one that broke out to no network, where the machine grants runs one of their own', async () => {
    const { token } = await hand.signIn('alice')
    const { body } = await invoke(token, 'calls_out', {
      port: Number(new URL(desk.wechat.url).port),
    })
    const { grants } = await findStarter()
    expect(body.data).toBe(grants.includes('no-network') ? 'ENETUNREACH' : 'connected')
  })

  it.each(['breaks_runner', 'babbles'])('outlives one that %s', async (name) => {
    const { token } = await hand.signIn('alice')
    const { status, body } = await invoke(token, name)
    expect([status, body.error_msg]).toEqual([400, expect.stringContaining('broke its own runner')])
  })

  it('tells a function nothing of a failure that is not meant for it', async () => {
    const outcome = await runFunction(
      join(folder, 'renames', 'index.js'),
      { data: {} },
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

describe(UPDATE, () => {
  const profileOf = (person: string) =>
    desk.wechat.platform.userProfile(person, 'touristappid', 'real')
  const update = (token: string, data: object) => invoke(token, UPDATE, data)

  it('keeps the profile of the caller and gives the user, as the hosted service does', async () => {
    const { token, user } = await hand.signIn('carol')
    const data = { userID: user.id, data: profileOf('carol'), syncUserProfile: 'overwrite' }
    const { status, body } = await update(token, data)

    expect([status, body.code]).toEqual([200, 0])
    expect(body.data).toMatchObject({ id: user.id, nickname: 'carol' })
    expect(body.data._provider.wechat).toMatchObject({ nickname: 'carol' })
    expect(body.data).toEqual(await hand.read(user.id, token))
  })

  it('takes setnx for granted, and needs no userID', async () => {
    const { token } = await hand.signIn('dave')
    await update(token, { data: { userInfo: { nickName: 'Davy', avatarUrl: 'https://a/b.png' } } })
    const { body } = await update(token, { data: profileOf('dave') })
    expect(body.data.nickname).toBe('Davy')
    expect(body.data._provider.wechat.nickname).toBe('dave')
  })

  it('refuses the id of another, in itself and in the server (W39)', async () => {
    const { token } = await hand.signIn('erin')
    const victim = await hand.signIn('finn')
    const before = await hand.read(victim.user.id, victim.token)
    const data = { userID: victim.user.id, data: profileOf('erin'), syncUserProfile: 'overwrite' }

    const refused = await update(token, data)
    expect(refused.body).toMatchObject({
      code: 1,
      error: { message: expect.stringContaining('userID is not the caller') },
    })
    const careless = await invoke(token, 'renames', { id: victim.user.id, name: 'x' })
    expect(careless.body.error.message).toBe('A function acts on its caller alone.')
    expect(await hand.read(victim.user.id, victim.token)).toEqual(before)
  })

  it('believes what WeChat signed, not what stands beside it', async () => {
    const { token } = await hand.signIn('heidi')
    const signed = {
      ...profileOf('heidi'),
      userInfo: { nickName: 'Mallory', avatarUrl: 'https://m/m' },
    }
    const { body } = await update(token, { data: signed, syncUserProfile: 'overwrite' })
    expect(body.data).toMatchObject({ nickname: 'heidi' })
  })

  it('refuses what WeChat did not sign and encrypt for the caller, with one error', async () => {
    const { token, user } = await hand.signIn('ivan')
    await hand.signIn('judy')
    const own = hand.profile('ivan')
    const foreign = hand.profile('judy')
    const sealedElsewhere = [
      { ...own, rawData: own.rawData.replace('ivan', 'Ivan') },
      { ...own, signature: foreign.signature },
      { ...own, signature: undefined },
      { ...own, encryptedData: foreign.encryptedData },
      { ...own, iv: foreign.iv },
      { signature: own.signature, encryptedData: foreign.encryptedData, iv: foreign.iv },
      foreign,
    ]
    for (const data of sealedElsewhere) {
      const { body } = await update(token, { data, syncUserProfile: 'overwrite' })
      expect(body).toMatchObject({
        code: 1,
        error: { message: expect.stringMatching(/^decrypt_failed: /) },
      })
    }
    desk.clock.advance(11 * 60_000)
    const { body } = await update(token, { data: own })
    expect(body.error.message).toMatch(/^decrypt_failed: /)
    expect((await hand.read(user.id, token)).nickname).toBe('')
  })

  it('opens what a button encrypted and gave no raw text of', async () => {
    const { token } = await hand.signIn('ken')
    const { encryptedData, iv, signature } = hand.profile('ken')
    const { body } = await update(token, { data: { encryptedData, iv, signature } })
    expect(body.data).toMatchObject({ nickname: 'ken', is_authorized: true })
  })

  it('takes the key of the login that came before the profile, by its code', async () => {
    const { token } = await hand.signIn('liam')
    desk.clock.advance(2 * 60_000)
    const code = hand.code('liam')
    const data = profileOf('liam')
    expect((await update(token, { data })).body.error.message).toMatch(/^decrypt_failed: /)
    expect((await update(token, { data, code })).body.data).toMatchObject({ nickname: 'liam' })
    const foreign = { data: profileOf('liam'), code: hand.code('judy') }
    expect((await update(token, foreign)).body).toMatchObject({ code: 1 })
  })

  it.each([
    ['overwrite', 'mia'],
    ['setnx', 'Minnie'],
    ['false', 'Minnie'],
    [false, 'Minnie'],
    ['whatever', 'Minnie'],
  ])(
    'under syncUserProfile %j leaves the nickname %s, and keeps the copy',
    async (sync, nickname) => {
      const { token } = await hand.signIn('mia')
      const named = { userInfo: { nickName: 'Minnie', avatarUrl: 'https://a/b' } }
      await update(token, { data: named, syncUserProfile: 'overwrite' })
      const { body } = await update(token, { data: profileOf('mia'), syncUserProfile: sync })
      expect(body.data.nickname).toBe(nickname)
      expect(body.data._provider.wechat.nickname).toBe('mia')
    },
  )

  it('fills what was never set under setnx, and nothing under false', async () => {
    const { token } = await hand.signIn('nina')
    const data = profileOf('nina')
    expect((await update(token, { data, syncUserProfile: false })).body.data.nickname).toBe('')
    expect((await update(token, { data })).body.data.nickname).toBe('nina')
  })

  it('never lets an anonymous answer replace a real one, signed or not', async () => {
    const { token } = await hand.signIn('olga')
    await update(token, { data: profileOf('olga'), syncUserProfile: 'overwrite' })
    const anonymous = desk.wechat.platform.userProfile('olga', 'touristappid', 'anonymous')
    for (const data of [anonymous, { userInfo: anonymous.userInfo }]) {
      const { body } = await update(token, { data, syncUserProfile: 'overwrite' })
      expect(body.data).toMatchObject({ nickname: 'olga', is_authorized: true })
      expect(body.data._provider.wechat.nickname).toBe('olga')
    }
  })

  it('refuses what is no profile', async () => {
    const { token } = await hand.signIn('grace')
    for (const data of [{}, { data: 'x' }, { data: { userInfo: { nickName: 5 } } }]) {
      const { body } = await update(token, data)
      expect(body).toMatchObject({ code: 1, error: { message: expect.stringContaining('data') } })
    }
  })
})
