import { hash, verify } from '../../../src/security/hash-threads'
import { openTestServer, type Answer, type TestServer } from '../../kit/test-server'
import { mailedCode } from '../../kit/mailed-code'
import { watchStatements, type StatementWatch } from '../../kit/statement-watch'
import { phoneInHand, type PhoneInHand } from '../../kit/phone-in-hand'

// Hashing is what takes the time, so it is counted where it is done; the library itself still does it.
jest.mock('../../../src/security/hash-threads', () => {
  const threads = jest.requireActual<typeof import('../../../src/security/hash-threads')>(
    '../../../src/security/hash-threads',
  )
  return { ...threads, hash: jest.fn(threads.hash), verify: jest.fn(threads.verify) }
})

const PASSWORD = 'correct horse battery'
const GUESS = 'not that one'

let server: TestServer
let hand: PhoneInHand
let statements: StatementWatch
beforeAll(async () => {
  server = await openTestServer()
  hand = phoneInHand(server)
  jest.spyOn(server.context.background, 'run').mockImplementation((task) => void left.push(task))
  statements = watchStatements(server.context.db)
}, 120_000)
afterAll(() => server.close())

/** What was left for after the answer, which this test holds back until it has seen what came before. */
const left: (() => Promise<void>)[] = []

/** What a hash costs: `$argon2id$v=19$m=…,t=…,p=…$`. */
const costOf = (stored: unknown) =>
  /^\$argon2id\$v=\d+\$m=\d+,t=\d+,p=\d+\$/.exec(String(stored))?.[0]

/** An answer, and all that was done before it: hashes made, hashes compared at which cost, statements. */
const work = async (path: string, body: object) => {
  jest.mocked(hash).mockClear()
  jest.mocked(verify).mockClear()
  statements.forget()
  const answer: Answer = await server.call('POST', path, { body })
  const compared = jest.mocked(verify).mock.calls.map(([stored]) => costOf(stored))
  const made = jest.mocked(hash).mock.calls.length
  const done = { answer, made, compared, statements: statements.seen(), left: left.length }
  await Promise.all(left.splice(0).map((task) => task()))
  return done
}

describe('anyone who guesses learns nothing of an account from the answer or from the work behind it', () => {
  it.each([
    ['username', 'known-one', 'nobody'],
    ['email', 'known@example.com', 'nobody@example.com'],
    ['phone', '13900000071', '13900000072'],
  ])(
    'the answer and the work are the same for an unknown account at a login by %s',
    async (kind, known, unknown) => {
      const login = `/hserve/v2.1/login/${kind}/`
      const account = { [kind]: known, password: PASSWORD }
      await server.call('POST', `/hserve/v2.1/register/${kind}/`, { body: account })
      expect((await work(login, account)).answer.status).toBe(201)

      const wrong = await work(login, { [kind]: known, password: GUESS })
      expect(wrong.answer).toEqual({
        status: 400,
        body: {
          status: 'error',
          error_code: 'wrong_credentials',
          error_msg: `Incorrect ${kind} or password.`,
        },
      })
      expect([wrong.made, wrong.compared]).toEqual([
        0,
        [expect.stringContaining('m=19456,t=2,p=1')],
      ])
      expect(wrong.statements.length).toBeGreaterThan(2)
      expect(await work(login, { [kind]: unknown, password: GUESS })).toEqual(wrong)
    },
  )

  it('the answer and the work are the same for an unknown account and one without a password at a login', async () => {
    const { token } = await hand.signIn('gina')
    await server.call('PUT', '/hserve/v2.2/user/account/', { body: { username: 'gina' }, token })
    const login = (username: string) =>
      work('/hserve/v2.1/login/username/', { username, password: GUESS })
    const passwordless = await login('gina')
    expect(passwordless.compared).toHaveLength(1)
    expect(passwordless).toEqual(await login('nobody-else'))
  })

  it('the answer and the work are the same for an unknown account when a reset of the password is asked for', async () => {
    const reset = (email: string) => work('/hserve/v2.0/user/password/reset/', { email })
    const email = 'reset@example.com'
    const { body } = await server.call('POST', '/hserve/v2.1/register/email/', {
      body: { email, password: PASSWORD },
    })
    await server.call('POST', '/hserve/v2.0/user/email-verify/', { body: {}, token: body.token })
    const { outbox } = server.wechat.platform
    const code = mailedCode(server)
    await server.call('POST', '/ext/v1/account/email/verify/', {
      body: { code },
      token: body.token,
    })
    left.splice(0)

    const mails = outbox.mails().length
    const known = await reset(email)
    expect(outbox.mails()).toHaveLength(mails + 1)
    expect(known.answer).toEqual({ status: 201, body: { status: 'ok' } })
    expect([known.statements.length, known.left]).toEqual([2, 1])
    expect(await reset('nobody@example.com')).toEqual(known)
    expect(outbox.mails()).toHaveLength(mails + 1)
  })
})

describe('an address that several accounts claim', () => {
  it('an address that several accounts claim costs a guess one hash for each of them, five at most, and one when it is free', async () => {
    const email = 'claimed@example.com'
    const hashes: number[] = []
    for (const claims of [0, 1, 2, 3, 4, 5, 6]) {
      const guess = await work('/hserve/v2.1/login/email/', { email, password: GUESS })
      hashes.push(guess.compared.length)
      const body = { email, password: `${PASSWORD} ${claims}` }
      await server.call('POST', '/hserve/v2.1/register/email/', { body })
    }
    expect(hashes).toEqual([1, 1, 2, 3, 4, 5, 5])
  })
})
