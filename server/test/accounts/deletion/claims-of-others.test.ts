import { eq, sql } from 'drizzle-orm'
import { smsCodes } from '../../../src/db/schema'
import { phoneIndex } from '../../../src/security/phone'
import { openTestServer, type TestServer } from '../../kit/test-server'
import { textedCode } from '../../kit/texted-code'

const PASSWORD = 'correct horse battery'
const REGISTER = '/hserve/v2.1/register/email/'
const LOGIN = '/hserve/v2.1/login'
const SMS = '/hserve/v2.2/sms-verification-code/'
const MAIL = '/hserve/v2.0/user/email-verify/'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer({ TRUSTED_PROXIES: '1' })
}, 120_000)
afterAll(() => server.close())

interface From {
  readonly address?: string
  readonly device?: string
  readonly token?: string
}
let addresses = 0
const elsewhere = () => `198.51.100.${(addresses += 1)}`
const post = (path: string, body: object, { address, device, token }: From = {}) =>
  server.call('POST', path, {
    body,
    ...(token !== undefined && { token }),
    headers: {
      'x-forwarded-for': address ?? elsewhere(),
      ...(device !== undefined && { 'x-device-id': device }),
    },
  })

/** An account that claims `name` by a password of its own, and is deleted again. */
const claimAndDelete = async (kind: 'email' | 'phone', name: string) => {
  const password = 'a claimant of a name'
  const { body } = await post(`/hserve/v2.1/register/${kind}/`, { [kind]: name, password })
  const answer = await post('/ext/v1/account/delete/', {}, { token: String(body.token) })
  expect(answer.status).toBe(200)
}

describe('the deletion of an account that only claimed a number or an address', () => {
  it('the deletion of a claimant leaves the code that was texted to the number', async () => {
    const phone = '13800007001'
    await post(SMS, { phone })
    const code = textedCode(server)
    await claimAndDelete('phone', phone)
    expect(await server.context.db.$count(smsCodes)).toBe(1)
    const { status } = await post(`${LOGIN}/sms/`, { phone, code })
    expect(status).toBe(201)
  })

  it('the deletion of a claimant lets no more text messages be sent to the number', async () => {
    const phone = '13800007002'
    expect((await post(SMS, { phone })).status).toBe(200)
    await claimAndDelete('phone', phone)
    expect((await post(SMS, { phone })).status).toBe(429)
  })

  it('the deletion of a claimant takes no count of guesses at the password of the address back', async () => {
    const email = 'guessed-at@example.com'
    await post(REGISTER, { email, password: PASSWORD }, { device: 'the-device-of-the-owner' })
    const guess = () => post(`${LOGIN}/email/`, { email, password: 'not that one' })
    for (let nth = 0; nth < 20; nth += 1) expect((await guess()).status).toBe(400)
    expect((await guess()).status).toBe(429)
    await claimAndDelete('email', email)
    expect((await guess()).status).toBe(429)
  }, 60_000)

  it('the deletion of an account whose number is verified forgets the codes that were sent to it', async () => {
    const phone = '13800007003'
    await post(SMS, { phone }, { device: 'the-device-of-the-owner' })
    const code = textedCode(server)
    const { body } = await post(`${LOGIN}/sms/`, { phone, code })
    server.clock.advance(61_000)
    await post(SMS, { phone })
    await post('/ext/v1/account/delete/', {}, { token: String(body.token) })
    const index = phoneIndex(server.context.vault, phone)
    expect(await server.context.db.$count(smsCodes, eq(smsCodes.phoneIndex, index))).toBe(0)
  })
})

describe('an address that many accounts claim', () => {
  const flood = async (email: string) => {
    for (let nth = 0; nth < 6; nth += 1) {
      await post(REGISTER, { email, password: `a flood of claims ${nth}` })
    }
  }
  const signIn = (email: string, device?: string) =>
    post(`${LOGIN}/email/`, { email, password: PASSWORD }, device === undefined ? {} : { device })

  it('an address that six accounts claim still signs in the one that claimed it first, wherever they are', async () => {
    const email = 'first@example.com'
    const { body } = await post(REGISTER, { email, password: PASSWORD })
    await flood(email)
    expect((await signIn(email, 'a-device-that-is-new')).body.id).toBe(body.id)
  }, 60_000)

  it('an address that six accounts claimed before still signs a later one in, on the device it registered on', async () => {
    const email = 'late@example.com'
    const device = 'the-device-of-the-latecomer'
    await flood(email)
    const { body } = await post(REGISTER, { email, password: PASSWORD }, { device })
    expect((await signIn(email, device)).body.id).toBe(body.id)
  }, 60_000)

  it('an address that hundreds of accounts claimed before still signs a later one in, on the device it registered on', async () => {
    const email = 'flooded@example.com'
    const device = 'the-device-of-the-last-one'
    await server.context.db.execute(sql`
      insert into users (created_at, updated_at, email)
      select now(), now(), ${email} from generate_series(1, 600)`)
    const { body } = await post(REGISTER, { email, password: PASSWORD }, { device })
    expect((await signIn(email, device)).body.id).toBe(body.id)
  }, 60_000)

  it('an address that another account claims too lets guesses at it keep no known device waiting', async () => {
    const email = 'shared@example.com'
    const device = 'the-device-of-the-sharer'
    const { body } = await post(REGISTER, { email, password: PASSWORD }, { device })
    await post(REGISTER, { email, password: 'another claim of it' })
    const guess = () => post(`${LOGIN}/email/`, { email, password: 'not that one' })
    for (let nth = 0; nth < 21; nth += 1) await guess()
    expect((await guess()).status).toBe(429)
    expect((await signIn(email, device)).body.id).toBe(body.id)
  }, 60_000)

  it.each([
    ['one device', () => 'the-device-of-the-guesser'],
    ['ever new devices', (nth: number) => `device-number-${nth}-of-the-guesser`],
  ])(
    'an address that a guesser claims too is guessed at as by any stranger, though %s of theirs signed in to the other claim',
    async (known, deviceAt) => {
      const email = `${known.replaceAll(' ', '-')}@example.com`
      const own = 'a claim of the guesser'
      const address = elsewhere()
      await post(REGISTER, { email, password: PASSWORD }, { device: 'the-device-of-the-owner' })
      await post(REGISTER, { email, password: own }, { address, device: deviceAt(0) })
      let guesses = 0
      for (; guesses < 24; guesses += 1) {
        const from = { address, device: deviceAt(Math.floor(guesses / 2)) }
        // Their own password makes no room for guesses at another's, nor does a device that only their claim knows.
        await post(`${LOGIN}/email/`, { email, password: own }, from)
        const { status } = await post(`${LOGIN}/email/`, { email, password: 'not it' }, from)
        if (status === 429) break
      }
      expect(guesses).toBe(10)
    },
    120_000,
  )
})

describe('the mails to an address that is only claimed', () => {
  it('the mails to a claimed address stop after ten, however many accounts ask for them, and one more goes out a minute later', async () => {
    const email = 'flooded@example.com'
    const tokens: string[] = []
    for (let nth = 0; nth < 3; nth += 1) {
      tokens.push(String((await post(REGISTER, { email, password: PASSWORD })).body.token))
    }
    const mail = (token: string) => post(MAIL, {}, { token })
    const statuses: number[] = []
    for (const token of tokens) {
      for (let nth = 0; nth < 5; nth += 1) statuses.push((await mail(token)).status)
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(10)
    expect(statuses.slice(10)).toEqual([429, 429, 429, 429, 429])
    server.clock.advance(60_000)
    expect((await mail(tokens[2] ?? '')).status).toBe(201)
  }, 60_000)
})
