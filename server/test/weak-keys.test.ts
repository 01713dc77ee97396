import { randomBytes } from 'node:crypto'
import { isGuessableKey, isGuessableToken } from '../src/settings/entropy'
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
