import { sql } from 'drizzle-orm'
import { openTestServer, type Answer, type TestServer } from '../kit/test-server'
import { phoneInHand, type PhoneInHand } from '../kit/phone-in-hand'

const NICKNAME = 'planted-nickname'
const EMAIL = 'planted@example.com'
const NAME = 'planted-name'
const PASSWORD = 'planted horse of another colour'
const PHONES = ['13512345678', '13512345679']

let server: TestServer
let hand: PhoneInHand
let log: jest.SpyInstance
let token: string
const codes: string[] = []
// A number gets one text message a minute.
let passes = -1

/** Makes every write fail as PostgreSQL would with this SQLSTATE, and say all it was to write. */
const breakWrites = async (sqlstate: string) => {
  const { db } = server.context
  await db.execute(
    sql.raw(`create or replace function refuse() returns trigger language plpgsql as $$
      begin
        raise exception using errcode = '${sqlstate}', message = 'refused ' || coalesce(new, old)::text,
          detail = coalesce(new, old)::text, hint = coalesce(new, old)::text;
      end $$`),
  )
  const { rows } = await db.execute<{ name: string }>(
    // Counters are written first; with them every request would end before it holds a value.
    sql`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_name not in ('rate_limits', 'spent_codes')`,
  )
  for (const { name } of rows) {
    await db.execute(
      sql.raw(
        `create or replace trigger refuse before insert or update or delete on "${name}" for each row execute function refuse()`,
      ),
    )
  }
}

const code = () => {
  const fresh = hand.code('alice')
  codes.push(fresh)
  return fresh
}

type Request = readonly [method: 'POST' | 'PUT', path: string, body: () => object, token: boolean]

const WRITES: readonly Request[] = [
  [
    'POST',
    '/hserve/v2.5/idp/wechat/silent-login/',
    () => ({ code: code(), create_user: true }),
    false,
  ],
  [
    'POST',
    '/hserve/v2.1/register/username/',
    () => ({ username: NAME, password: PASSWORD }),
    false,
  ],
  ['POST', '/hserve/v2.1/register/email/', () => ({ email: EMAIL, password: PASSWORD }), false],
  ['POST', '/hserve/v2.0/login/anonymous/', () => ({}), false],
  ['PUT', '/hserve/v2.5/user/info/', () => ({ nickname: NICKNAME, planted: NICKNAME }), true],
  ['POST', '/hserve/v2.2/sms-verification-code/', () => ({ phone: PHONES[passes] }), false],
  ['POST', '/hserve/v2.0/session/destroy/', () => ({}), true],
]

const ask = (): Promise<Answer[]> => {
  passes += 1
  return Promise.all(
    WRITES.map(([method, path, body, isMember]) =>
      server.call(method, path, { body: body(), ...(isMember && { token }) }),
    ),
  )
}

const logged = () => log.mock.calls.map(([line]) => String(line)).join('')

const expectNoValue = (text: string) => {
  for (const value of [NICKNAME, EMAIL, NAME, PASSWORD, ...PHONES, token, ...codes]) {
    expect(text).not.toContain(value)
  }
  expect(text).not.toMatch(/params:|insert into|refused/)
}

beforeAll(async () => {
  log = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  server = await openTestServer({ LOG_LEVEL: 'trace' })
  hand = phoneInHand(server)
  token = (await hand.signIn('alice')).token
})
afterAll(async () => {
  await server.close()
  log.mockRestore()
})

describe('a database whose disk is full', () => {
  it('a database whose disk is full has every writing route answer 503 and when to come again, and no value in the log', async () => {
    await breakWrites('53100')
    const answers = await ask()
    for (const [i, { status, body }] of answers.entries()) {
      expect([WRITES[i]?.[1], status, body]).toEqual([
        WRITES[i]?.[1],
        503,
        {
          status: 'error',
          error_msg: expect.any(String),
          error_code: 'database_unavailable',
          retry_after: 1,
        },
      ])
    }
    expect(logged()).toContain('"code":"53100"')
    expectNoValue(logged())
  })

  it('a database whose disk is full has the answer carry a Retry-After header', async () => {
    const reply = await server.app.inject({
      method: 'POST',
      url: '/hserve/v2.0/login/anonymous/',
      headers: { 'x-hydrogen-client-id': server.context.settings.clientId },
      payload: {},
    })
    expect(reply.headers['retry-after']).toBe('1')
  })
})

describe('an unforeseen failure of the database', () => {
  it('an unforeseen failure of the database is answered 500, and logged with its kind and its places, but no value', async () => {
    await breakWrites('P0001')
    const answers = await ask()
    expect(answers.map(({ status }) => status)).toEqual(WRITES.map(() => 500))
    expect(logged()).toContain('"code":"P0001"')
    expect(logged()).toMatch(/"stack":"[^"]*errors?\.js|"stack":"[^"]*at /)
    expectNoValue(logged())
  })
})
