import { randomBytes } from 'node:crypto'
import { isGuessableKey, isGuessableToken } from '../src/settings/entropy'
import { networkOf } from '../src/settings/network'
import { faultsOf, READY } from './kit/production'

const random = () => randomBytes(32)
const key = () => random().toString('base64')
const dataKey = Buffer.alloc(32, 'development data key')
const indexKey = Buffer.alloc(32, 'development index key')
const half = randomBytes(16)

const onlyFault = (name: string, value: string | undefined): string => {
  const faults = faultsOf({ ...READY, [name]: value })
  expect(faults).toHaveLength(1)
  return faults[0] ?? ''
}

describe('in production the server refuses a development key', () => {
  it.each([
    ['as it is', `dev:${dataKey.toString('base64')}`],
    ['under another id', `2026:${dataKey.toString('base64')}`],
    ['as base64url without padding', `2026:${dataKey.toString('base64url')}`],
    ['with more padding', `2026:${dataKey.toString('base64url')}==`],
    ['in hex', `2026:${dataKey.toString('hex')}`],
    ['listed second', `2026:${key()},old:${dataKey.toString('base64')}`],
    ['with blanks around it', `  2026: ${dataKey.toString('base64')} `],
    ['that was meant for the index', `2026:${indexKey.toString('base64')}`],
  ])('%s, in DATA_KEYS', (_how, value) => {
    expect(onlyFault('DATA_KEYS', value)).toMatch(/^DATA_KEYS .*openssl rand -base64 32/)
  })

  it.each([
    ['base64', indexKey.toString('base64')],
    ['base64url', indexKey.toString('base64url')],
    ['hex', indexKey.toString('hex')],
    ['blanks around it', ` ${indexKey.toString('base64')}\n`],
    ['the data key', dataKey.toString('base64')],
  ])('as INDEX_KEY in or with %s', (_how, value) => {
    expect(onlyFault('INDEX_KEY', value)).toMatch(/^INDEX_KEY .*openssl rand -base64 32/)
  })

  it('and one key for two purposes, or two of one id', () => {
    const [first, second] = [key(), key()]
    const shared = { ...READY, DATA_KEYS: `a:${second},b:${first}`, INDEX_KEY: first }
    expect(faultsOf(shared)).toEqual([expect.stringMatching(/^INDEX_KEY is one of DATA_KEYS/)])
    expect(onlyFault('DATA_KEYS', `a:${first},a:${second}`)).toMatch(/two keys of one id/)
  })
})

describe('a key', () => {
  const bytes = (of: (i: number) => number) =>
    Buffer.from(Array.from({ length: 32 }, (_, i) => of(i)))
  it.each([
    ['is one byte all over', bytes(() => 0xe7)],
    ['counts up', bytes((i) => 200 + i)],
    ['counts down in threes', bytes((i) => 250 - 3 * i)],
    ['is words', Buffer.from('correct horse battery staple 123')],
    ['is Chinese words', Buffer.from('天地玄黄宇宙洪荒日月ab')],
    ['is words in UTF-16', Buffer.from('our secret key 1', 'utf16le')],
    ['is the hex of another', Buffer.from(half.toString('hex'))],
    ['is one half twice', Buffer.concat([half, half])],
    ['is short and filled up with zeros', Buffer.concat([half, Buffer.alloc(16)])],
  ])('that %s is no random one', (_how, weak) => {
    expect(weak).toHaveLength(32)
    expect(isGuessableKey(weak)).toBe(true)
    expect(onlyFault('DATA_KEYS', `k:${weak.toString('base64')}`)).not.toContain(
      weak.toString('base64'),
    )
    expect(onlyFault('INDEX_KEY', weak.toString('base64'))).toMatch(/^INDEX_KEY /)
  })

  it('of 20,000 that are random is never taken for another', () => {
    for (let i = 0; i < 20_000; i++) expect(isGuessableKey(random())).toBe(false)
  })
})

describe('a token', () => {
  const WEAK = [
    'hush-hush',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    '0123456789abcdef0123456789abcdef',
    'abcdefghijklmnopqrstuvwxyz',
    '9876543210987654321098765432109876543210',
    'correct-horse-battery-staple',
    'CORRECT HORSE BATTERY STAPLE',
    'ChangeMe-2026-09-14-b7',
    'Password123!Password',
    'Simulator-Secret',
    'x7Q!x7Q!x7Q!x7Q!x7Q!',
  ]

  it.each(WEAK)('%s can be guessed, and is not repeated in the sentence that says so', (weak) => {
    expect(isGuessableToken(weak)).toBe(true)
    for (const name of ['METRICS_TOKEN', 'WECHAT_PUSH_TOKEN', 'SMS_HOOK_TOKEN', 'WECHAT_SECRET']) {
      const fault = onlyFault(name, weak)
      expect(fault).toMatch(new RegExp(`^${name} .*: set it to`))
      expect(fault).not.toContain(weak)
    }
  })

  it('that is random is taken, in hex, base64 and base64url, 20,000 times', () => {
    for (let i = 0; i < 20_000; i++) {
      const encoding = (['hex', 'base64', 'base64url'] as const)[i % 3]
      const token = randomBytes(16 + (i % 17)).toString(encoding)
      if (isGuessableToken(token)) throw new Error(`${token} is taken for a guessable one`)
    }
  })

  it('of WeChat’s encrypted push has to be random, too', () => {
    const push = { ...READY, WECHAT_PUSH_TOKEN: randomBytes(16).toString('hex') }
    const strong = random().toString('base64').replace(/[+/]/g, 'x').slice(0, 43)
    expect(faultsOf({ ...push, WECHAT_PUSH_AES_KEY: strong })).toEqual([])
    expect(faultsOf({ ...push, WECHAT_PUSH_AES_KEY: 'a'.repeat(43) })).toEqual([
      expect.stringMatching(/^WECHAT_PUSH_AES_KEY is not random/),
    ])
  })
})

describe('an address', () => {
  const HERE =
    'localhost LOCALHOST localhost. api.localhost localhost.localdomain 127.0.0.1 127.1 127.9.9.9 0 0.0.0.0 2130706433 0x7f000001 0x7f.1 0177.0.0.1 169.254.169.254 [::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [fe80::1]'
  const INSIDE =
    '10.1.2.3 172.16.0.1 172.31.255.1 192.168.1.1 3232235777 100.64.0.1 [fd00::1] [::ffff:10.0.0.1] 224.0.0.1 255.255.255.255 server sms.internal nas.local'
  const OUT =
    'api.example.com 8.8.8.8 172.32.0.1 [2400:3200::1] api.example.com. localhost.example.com'

  it.each([
    ['this machine', HERE],
    ['private', INSIDE],
    ['public', OUT],
  ])('of %s is known however it is spelled', (network, hosts) => {
    for (const host of hosts.split(' '))
      expect([host, networkOf(`https://${host}:8443/x`)]).toEqual([host, network])
    expect(networkOf('smtps://me:hush@127.1:465')).toBe('this machine')
  })

  it.each(['PUBLIC_URL', 'WEB_APP_URL', 'WECHAT_API_BASE'])(
    'in %s has to be https and public',
    (name) => {
      for (const host of [...HERE.split(' '), ...INSIDE.split(' ')])
        expect(onlyFault(name, `https://${host}`)).toMatch(new RegExp(`^${name} `))
      expect(onlyFault(name, 'http://api.example.com')).toMatch(new RegExp(`^${name} `))
      expect(faultsOf({ ...READY, [name]: ' https://api.example.com ' })).toEqual([])
    },
  )

  it('text messages go to is encrypted, and not the simulator’s; it may be inside', () => {
    expect(onlyFault('SMS_HOOK_URL', 'http://sms.example.com')).toMatch(/^SMS_HOOK_URL .*https/)
    for (const host of HERE.split(' '))
      expect(onlyFault('SMS_HOOK_URL', `https://${host}`)).toContain('SMS_HOOK_URL')
    expect(faultsOf({ ...READY, SMS_HOOK_URL: 'https://10.0.0.7/sms' })).toEqual([])
  })

  it.each([
    ['smtp://me:hush@mail.example.com:587', false],
    ['smtp://me:hush@mail.example.com:587?requireTLS=false', false],
    ['smtps://me:hush@mail.example.com:465?tls.rejectUnauthorized=false', false],
    ['smtp://me:hush@mail.example.com:587?requireTLS=true', true],
    ['smtp://127.0.0.1:25', true],
    ['smtp://localhost:25', true],
  ])('of the mail server %s: encrypted is %s', (url, isSafe) => {
    const faults = faultsOf({ ...READY, SMTP_URL: url })
    expect(faults.join()).not.toContain('hush')
    expect(faults).toEqual(isSafe ? [] : [expect.stringMatching(/^SMTP_URL .*smtps:/)])
  })
})

describe('what is misspelled', () => {
  it.each(['prod', 'Production', 'PRODUCTION', 'staging', '"production"', 'unknown'])(
    'in NODE_ENV stops the server: %s',
    (value) => {
      expect(onlyFault('NODE_ENV', value)).toBe(
        `NODE_ENV is "${value}": set it to one of development, test, production.`,
      )
      expect(faultsOf({ NODE_ENV: value }).length).toBeGreaterThan(5)
    },
  )

  it('by blanks alone means the same', () => {
    expect(faultsOf({ NODE_ENV: ' production\n' }).length).toBeGreaterThan(5)
    expect(faultsOf({ ...READY, NODE_ENV: 'production ', BAAS_CLIENT_ID: ' our-app ' })).toEqual([])
    for (const NODE_ENV of [undefined, '', ' ', 'test', 'development'])
      expect(faultsOf({ NODE_ENV })).toEqual([])
  })

  it.each([
    ['BAAS_CLIENT_ID', 'Starter-Dev'],
    ['BAAS_CLIENT_ID', 'starter_dev'],
    ['WECHAT_APPID', 'TouristAppID'],
    ['WECHAT_SECRET', 'SIMULATOR_SECRET'],
  ])('is still the default: %s=%s', (name, value) => {
    expect(onlyFault(name, value)).toMatch(new RegExp(`^${name} `))
  })

  it.each(['true', '-1', '1.5', '0x1', '1e1', '10', '99', 'all', '10.0.0.0/8'])(
    'in TRUSTED_PROXIES is no number of proxies: %s',
    (value) => {
      expect(onlyFault('TRUSTED_PROXIES', value)).toMatch(/: set it to a whole number from 0 to 9/)
    },
  )
})

it('tells all faults of an empty production at once, a sentence and a remedy each', () => {
  const faults = faultsOf({ NODE_ENV: 'production' })
  const names = faults.map((fault) => fault.split(' ')[0])
  expect(new Set(names).size).toBe(names.length)
  for (const fault of faults) expect(fault).toMatch(/set|make/)
  expect(names).toEqual(
    expect.arrayContaining(['DATA_KEYS', 'INDEX_KEY', 'WECHAT_SECRET', 'PUBLIC_URL', 'Mail']),
  )
})
