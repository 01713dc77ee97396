import { eq } from 'drizzle-orm'
import { auditEvents, knownDevices } from '../../src/db/schema'
import { openTestServer, type Answer, type TestServer } from '../kit/test-server'
import { phoneInHand, type PhoneInHand } from '../kit/phone-in-hand'

const PASSWORD = 'correct horse battery'
const SECOND = 1_000
const OWN = 'the-device-of-the-owner'

let server: TestServer
let hand: PhoneInHand
beforeAll(async () => {
  server = await openTestServer({ TRUSTED_PROXIES: '1' })
  hand = phoneInHand(server)
}, 120_000)
afterAll(() => server.close())

/** Where a request comes from, and what it presents. */
interface From {
  readonly address?: string
  readonly device?: string
  readonly token?: string
}

const AT_HOME = '203.0.113.1'
let addresses = 0
/** An address that no other request has. */
const elsewhere = () => `198.51.${Math.floor(++addresses / 250)}.${(addresses % 250) + 1}`

const post = (path: string, body: object, from: From = {}): Promise<Answer> =>
  server.call('POST', path, {
    body,
    ...(from.token !== undefined && { token: from.token }),
    headers: {
      'x-forwarded-for': from.address ?? elsewhere(),
      ...(from.device !== undefined && { 'x-device-id': from.device }),
    },
  })
const register = (username: string, from: From) =>
  post('/hserve/v2.1/register/username/', { username, password: PASSWORD }, from)
const signIn = (username: string, from: From = {}, password = PASSWORD) =>
  post('/hserve/v2.1/login/username/', { username, password }, from)
const guess = (username: string, from: From = {}) => signIn(username, from, 'not that one')

/** Guesses until it is refused: the seconds it would have to wait. */
const guessOut = async (username: string, from: From = {}): Promise<number> => {
  for (;;) {
    const { status, body } = await guess(username, from)
    if (status === 429) return body.retry_after
    expect(status).toBe(400)
  }
}

describe('while strangers guess at a password', () => {
  it('the owner signs in on a known device while strangers guess at the password from many addresses', async () => {
    await register('anna', { address: AT_HOME, device: OWN })
    await guessOut('anna')
    expect((await signIn('anna')).status).toBe(429)
    expect((await signIn('anna', { device: OWN })).status).toBe(201)
    expect((await signIn('anna', { device: `${OWN}-not` })).status).toBe(429)
  })

  it('the owner signs in beside a live session of theirs while strangers guess at the password, and not with one of another account', async () => {
    const { body } = await register('bert', { device: OWN })
    const other = await register('bertha', { device: OWN })
    await guessOut('bert')
    expect((await signIn('bert', { token: other.body.token })).status).toBe(429)
    expect((await signIn('bert', { token: body.token })).status).toBe(201)
  })

  it('the owner whose client names no device waits a minute at most while strangers guess at their address', async () => {
    const address = elsewhere()
    await register('carl', { address })
    await guessOut('carl')
    expect((await signIn('carl', { address })).status).toBe(201)

    expect(await guessOut('carl', { address })).toBe(60)
    const { status, body } = await signIn('carl', { address })
    expect([status, body.retry_after]).toEqual([429, 60])
    server.clock.advance(60 * SECOND)
    expect((await signIn('carl', { address })).status).toBe(201)
  })

  it('an unknown device waits a minute at most while strangers guess at the password, and then passes', async () => {
    await register('dora', { device: OWN })
    await guessOut('dora')
    const { status, body } = await signIn('dora')
    expect(status).toBe(429)
    expect(body.retry_after).toBeLessThanOrEqual(60)
    server.clock.advance(body.retry_after * SECOND)
    expect((await signIn('dora')).status).toBe(201)
  })

  it('another person at an address that guesses at everyone waits three seconds, and not at all on a known device', async () => {
    const address = elsewhere()
    await register('emil', { device: OWN })
    const guesses = Array.from({ length: 101 }, (_, nth) => guess(`unknown-${nth}`, { address }))
    const refused = (await Promise.all(guesses)).filter(({ status }) => status === 429)
    expect(refused.map(({ body }) => body.retry_after)).toEqual([3])
    expect((await signIn('emil', { address })).status).toBe(429)
    expect((await signIn('emil', { address, device: OWN })).status).toBe(201)
    server.clock.advance(3 * SECOND)
    expect((await signIn('emil', { address })).status).toBe(201)
  }, 120_000)
})

describe('a person who knows the password', () => {
  it('a person who knows the password signs in any number of times in five minutes, on a known device and on a new one', async () => {
    await register('fred', { device: OWN })
    for (const from of [{ device: OWN }, { address: elsewhere() }]) {
      for (let times = 0; times < 12; times += 1) {
        expect((await signIn('fred', from)).status).toBe(201)
      }
    }
  }, 120_000)

  it('a person who mistypes the password ten times on a known device waits half a minute', async () => {
    await register('gabi', { device: OWN })
    expect(await guessOut('gabi', { device: OWN })).toBe(30)
    server.clock.advance(30 * SECOND)
    expect((await signIn('gabi', { device: OWN })).status).toBe(201)
    for (let times = 0; times < 10; times += 1) {
      expect((await guess('gabi', { device: OWN })).status).toBe(400)
    }
  })
})

describe('a caller who tries numbers by setting them in an account', () => {
  it('a caller who tries numbers by setting them in an account is answered ten times, and then once a minute', async () => {
    const { body } = await register('lena', {})
    const set = (nth: number) =>
      server.call('PUT', '/hserve/v2.2/user/account/', {
        body: { phone: `1360000${String(nth).padStart(4, '0')}` },
        token: body.token,
        // The vendor's SDK keeps its token when the number changes.
        headers: { 'x-hydrogen-client-sdk-type': 'file' },
      })
    const statuses: number[] = []
    for (let nth = 0; nth < 40; nth += 1) statuses.push((await set(nth)).status)
    expect(statuses).toEqual([...Array(10).fill(200), ...Array(30).fill(429)])
    server.clock.advance(60 * SECOND)
    expect([(await set(50)).status, (await set(51)).status]).toEqual([200, 429])
  }, 120_000)
})

describe('the devices an account knows', () => {
  const marks = async (id: number) =>
    (await server.context.db.select().from(knownDevices).where(eq(knownDevices.userId, id))).map(
      ({ mark }) => mark,
    )

  it('the devices an account knows are kept as hashes that differ between accounts, twenty at most, the latest', async () => {
    const one = await register('hans', { device: OWN })
    const other = await register('hanna', { device: OWN })
    const [mark] = await marks(one.body.id)
    expect(mark).not.toContain(OWN)
    expect(await marks(other.body.id)).not.toContain(mark)

    for (let nth = 1; nth <= 20; nth += 1) {
      server.clock.advance(SECOND)
      const device = `another-device-${nth}-of-hans`
      expect((await signIn('hans', { device })).status).toBe(201)
      expect(await marks(one.body.id)).toHaveLength(Math.min(20, nth + 1))
    }
    expect(await marks(one.body.id)).not.toContain(mark)
  }, 120_000)

  it('a malformed device ID is not kept among the devices an account knows: then the address counts', async () => {
    for (const device of ['too-short', 'x'.repeat(65), 'no blanks allowed here']) {
      const name = `ida-${device.length}`
      const address = elsewhere()
      const { body } = await register(name, { address, device })
      const [mark] = await marks(body.id)
      await signIn(name, { address })
      expect(await marks(body.id)).toEqual([mark])
    }
  })

  it('the devices an account knows are in the export by their dates alone, and go with the account', async () => {
    const { body } = await register('jana', { device: OWN })
    const { token } = body
    const exported = await server.call('GET', '/ext/v1/account/export/', { token })
    const seenAt = new Date(server.clock.now()).toISOString()
    expect(exported.body.known_devices).toEqual([{ seen_at: seenAt }])
    await server.call('POST', '/ext/v1/account/delete/', { body: { password: PASSWORD }, token })
    expect(await marks(body.id)).toEqual([])
  })

  it('an anonymous user has no known devices, and a silent sign-in writes none', async () => {
    const anonymous = await post('/hserve/v2.0/login/anonymous/', {}, { device: OWN })
    const { user } = await hand.signIn('karl')
    await hand.signIn('karl')
    expect([await marks(anonymous.body.id), await marks(user.id)]).toEqual([[], []])
    expect(
      await server.context.db.$count(auditEvents, eq(auditEvents.userId, user.id)),
    ).toBeGreaterThan(1)
  })
})
