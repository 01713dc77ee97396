import { availableParallelism } from 'node:os'
import type { verify } from '../../src/security/hash-threads'
import { serverForFile } from '../kit/server-for-file'
import { watchQueries } from '../kit/query-watch'

const MINE = 'correct horse battery'
const GUESS = 'not that one'

/** The passwords that were compared, in their order, which begins when `goOn` is called. */
const compared: string[] = []
const asked: string[] = []
let goOn = (): void => undefined
let mayGoOn = Promise.resolve()

jest.mock('../../src/security/hash-threads', () => {
  const compare: typeof verify = async (_hashed, password) => {
    await mayGoOn
    compared.push(password)
    return password !== GUESS
  }
  return { hash: () => mayGoOn.then(() => 'hash'), verify: compare }
})
jest.mock('../../src/security/password-turns', () => {
  const turns = jest.requireActual<typeof import('../../src/security/password-turns')>(
    '../../src/security/password-turns',
  )
  const inPasswordTurn: typeof turns.inPasswordTurn = (sender, work) => {
    asked.push(sender.ipAddress)
    return turns.inPasswordTurn(sender, work)
  }
  return { ...turns, inPasswordTurn }
})

const { server } = serverForFile({ TRUSTED_PROXIES: '1' })
const PHONE = { 'x-device-id': 'phone-of-the-owner' }

const send = (path: string, body: object, from: string, headers: Record<string, string> = {}) =>
  server.call('POST', path, { body, headers: { ...headers, 'x-forwarded-for': from } })
const signIn = (username: string, password: string, from: string, headers = {}) =>
  send('/hserve/v2.1/login/username/', { username, password }, from, headers)
const register = (body: object, from: string, headers = {}) =>
  send('/hserve/v2.1/register/username/', body, from, headers)
const hasAsked = async (times: number) => {
  while (asked.length < times) await new Promise(setImmediate)
}

beforeAll(async () => {
  await register({ username: 'owner', password: MINE }, '192.0.2.1', PHONE)
}, 120_000)
beforeEach(() => {
  compared.length = 0
  asked.length = 0
  mayGoOn = new Promise((resolve) => (goOn = resolve))
})
afterEach(() => goOn())

describe('the passwords that many send at once', () => {
  it('the passwords that many send at once, a guess of each of three hundred addresses, keep no known device waiting', async () => {
    const MANY = 300
    const guesses = Array.from({ length: MANY }, (_, nth) =>
      signIn(`someone-${nth}`, GUESS, `198.18.${nth >> 8}.${nth & 255}`),
    )
    await hasAsked(MANY)
    const entering = signIn('owner', MINE, '203.0.113.77', PHONE)
    await hasAsked(MANY + 1)
    goOn()
    expect((await entering).status).toBe(201)
    expect(compared.indexOf(MINE)).toBeLessThanOrEqual(availableParallelism())
    await Promise.all(guesses)
  }, 120_000)

  it('the passwords that many send at once, a hundred and two from one address, let no other from there ask the database for anything', async () => {
    const FROM = '198.51.100.7'
    const all = Array.from({ length: 102 }, (_, nth) =>
      nth < 60
        ? signIn(`other-${nth}`, GUESS, FROM)
        : register({ username: `other-${nth}`, password: MINE }, FROM),
    )
    await hasAsked(102)
    const { seen } = watchQueries(server.context.db)
    const refused = [
      await signIn('owner', MINE, FROM, PHONE),
      await signIn('no-one-there', GUESS, FROM),
      await register({ username: 'new', password: MINE }, FROM),
      await send('/ext/v1/email/reset/', { token: 'dead', password: MINE }, FROM),
    ]
    for (const { status, body } of refused) {
      expect([status, body.error_code, body.retry_after]).toEqual([503, 'passwords_busy', 1])
    }
    expect(seen()).toEqual([])
    goOn()
    await Promise.all(all)
    expect((await signIn('owner', MINE, FROM, PHONE)).status).toBe(201)
    expect(seen()).not.toEqual([])
  }, 120_000)
})
