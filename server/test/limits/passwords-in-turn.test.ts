import type { verify } from '../../src/security/hash-threads'
import { LIMITS } from '../../src/security/limits'
import { inPasswordTurn } from '../../src/security/password-turns'
import { serverForFile } from '../kit/server-for-file'

const MINE = 'correct horse battery'
const THEIRS = 'staple of another sort'
const GUESS = 'not that one'

/** The passwords that were compared, in the order it was done, which begins when `goOn` is called. */
const compared: string[] = []
let goOn = (): void => undefined
let mayGoOn = Promise.resolve()
const holdUp = () => {
  mayGoOn = new Promise((resolve) => (goOn = resolve))
}

jest.mock('../../src/security/hash-threads', () => {
  const compare: typeof verify = async (_hashed, password) => {
    await mayGoOn
    compared.push(password)
    return password !== GUESS
  }
  return { hash: async () => 'hash', verify: compare }
})
jest.mock('../../src/security/password-turns', () => {
  const turns = jest.requireActual<typeof import('../../src/security/password-turns')>(
    '../../src/security/password-turns',
  )
  return { ...turns, inPasswordTurn: jest.fn(turns.inPasswordTurn) }
})

const { server } = serverForFile({ TRUSTED_PROXIES: '1' })
const HERE = '203.0.113.9'
const HOME = '192.0.2.1'
const DEVICES = Array.from({ length: 20 }, (_, nth) => String(nth))
const BUSY = {
  status: 503,
  body: {
    status: 'error',
    error_code: 'passwords_busy',
    error_msg: expect.stringMatching(/try again in a second\.$/),
    retry_after: 1,
  },
}

const send = (
  act: 'register' | 'login',
  username: string,
  password: string,
  device: string,
  from: string,
) =>
  server.call('POST', `/hserve/v2.1/${act}/username/`, {
    body: { username, password },
    headers: { 'x-device-id': `device-of-number-${device}`, 'x-forwarded-for': from },
  })

/** Right sign-ins to one account, from one address, on each of twenty devices it knows: some find no place to wait. */
const flood = () =>
  DEVICES.flatMap((device) =>
    Array.from({ length: 6 }, () => send('login', 'many', THEIRS, device, HERE)),
  )

beforeAll(async () => {
  await send('register', 'owner', MINE, 'one', HOME)
  await send('register', 'many', THEIRS, '0', HERE)
  for (const device of DEVICES) await send('login', 'many', THEIRS, device, HERE)
}, 120_000)
beforeEach(holdUp)
afterEach(() => goOn())

describe('the passwords of sign-ins', () => {
  it('the passwords of sign-ins are checked in turn of their addresses, however many right ones one address has in flight', async () => {
    compared.length = 0
    const answers = flood()
    expect(await Promise.race(answers)).toEqual(BUSY)
    const entering = send('login', 'owner', MINE, 'one', HOME)
    const isAsked = () =>
      jest.mocked(inPasswordTurn).mock.calls.some(([{ ipAddress }]) => ipAddress === HOME)
    jest.mocked(inPasswordTurn).mockClear()
    while (!isAsked()) await new Promise(setImmediate)
    goOn()
    expect((await entering).status).toBe(201)
    await Promise.all(answers)
    expect(compared.length).toBeGreaterThan(90)
    expect(compared.indexOf(MINE)).toBeLessThanOrEqual(2)
  }, 120_000)

  it('the passwords of sign-ins are checked in turn, and a guess that gets none is not counted', async () => {
    const answers = flood()
    expect(await Promise.race(answers)).toEqual(BUSY)
    for (let tries = 0; tries <= LIMITS.passwordPerSender.max; tries += 1) {
      expect(await send('login', 'owner', GUESS, 'unknown', HERE)).toEqual(BUSY)
    }
    goOn()
    await Promise.all(answers)
    expect((await send('login', 'owner', GUESS, 'unknown', HERE)).status).toBe(400)
  }, 120_000)
})
