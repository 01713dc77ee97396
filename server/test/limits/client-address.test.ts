import { sql } from 'drizzle-orm'
import { addressGroup, clientAddress, normalizeAddress } from '../../src/security/client-address'
import { openTestServer, type TestServer } from '../kit/test-server'

describe('an address', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['198.51.100.7:5555', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['::FFFF:c633:6407', '198.51.100.7'],
    ['[::ffff:198.51.100.7]:443', '198.51.100.7'],
    ['64:ff9b::198.51.100.7', '198.51.100.7'],
    ['[64:ff9b::c633:6407]:443', '198.51.100.7'],
    ['::ffff:0:198.51.100.7', '198.51.100.7'],
    ['64:ff9b:1::c633:6407', '64:ff9b:1::c633:6407'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[2001:db8::1]:80', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['[fe80::1%25eth0]:80', 'fe80::1'],
    [' 198.51.100.7 ', '198.51.100.7'],
  ])('an address is kept in one form: %s as %s', (text, kept) => {
    expect(normalizeAddress(text)).toBe(kept)
  })

  it.each([
    '',
    'unknown',
    '_hidden',
    '1',
    '0x7f000001',
    '127.1',
    '010.0.0.1',
    '1.2.3.256',
    '1.2.3.4:port',
    '1.2.3.4, 5.6.7.8',
    '::1::',
    '[1.2.3.4',
    `${'1'.repeat(5000)}`,
    `fe80::1%${'a'.repeat(5000)}`,
    "1.2.3.4'; drop table users",
  ])('a text that is no address, like %p, has no form', (text) => {
    expect(normalizeAddress(text)).toBeNull()
  })

  it('an address is counted by itself, of IPv6 by its /64, and a group by itself again', () => {
    expect(addressGroup('198.51.100.7:5555')).toBe('198.51.100.7')
    expect(addressGroup('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2::/64')
    expect(addressGroup('[2001:db8:1:2::9]:80')).toBe('2001:db8:1:2::/64')
    expect(addressGroup('2001:db8:1:3::9')).toBe('2001:db8:1:3::/64')
    expect(addressGroup('::ffff:198.51.100.7')).toBe('198.51.100.7')
    expect(addressGroup(addressGroup('2001:db8:1:2::9'))).toBe('2001:db8:1:2::/64')
    expect(addressGroup('unknown')).toBe('unknown')
  })

  it('a request has the address of the proxy when the proxy forwards no address', () => {
    const from = (ip: string, remoteAddress?: string) =>
      clientAddress({ ip, socket: { remoteAddress } })
    expect(from('198.51.100.7:5555', '::ffff:10.0.0.1')).toBe('198.51.100.7')
    expect(from('x'.repeat(5000), '::ffff:10.0.0.1')).toBe('10.0.0.1')
    expect(from('', undefined)).toBe('unknown')
  })
})

describe('behind a proxy', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer({ TRUSTED_PROXIES: '1' })
  })
  afterAll(() => server.close())

  const signUp = (from: string) =>
    server.call('POST', '/hserve/v2.0/login/anonymous/', {
      body: {},
      headers: { 'x-forwarded-for': from },
    })
  const buckets = async () => {
    const { rows } = await server.context.db.execute(sql`select key from rate_limits`)
    return rows.length
  }

  it('a server behind a proxy counts fifty addresses of one /64, and fifty ports of one address, in one bucket each', async () => {
    for (let i = 1; i <= 50; i++) {
      expect((await signUp(`2001:db8:1:2::${i.toString(16)}`)).status).toBe(201)
    }
    expect(await buckets()).toBe(1)
    for (let i = 1; i <= 50; i++) {
      expect((await signUp(`198.51.100.7:${5000 + i}`)).status).toBe(201)
    }
    expect(await buckets()).toBe(2)
  })

  it('a server behind a proxy keeps the whole address, and no text that is no address', async () => {
    await signUp('[2001:DB8:9::00ab]:443')
    await signUp('x'.repeat(5000))
    const kept = await server.context.db.execute<{ ip: string }>(
      sql`select ip_address as ip from sessions order by created_at, id`,
    )
    const audited = await server.context.db.execute<{ ip: string }>(
      sql`select distinct ip_address as ip from audit_events`,
    )
    for (const { rows } of [kept, audited]) {
      const texts = rows.map(({ ip }) => ip)
      expect(texts).toEqual(expect.arrayContaining(['2001:db8:9::ab', '198.51.100.7', '127.0.0.1']))
      expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(46)
    }
  })
})
