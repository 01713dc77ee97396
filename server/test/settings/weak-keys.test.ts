import { randomBytes } from 'node:crypto'
import { isGuessableKey } from '../../src/settings/entropy'
import { faultsOf, READY } from '../kit/production'

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
  ])('a production server refuses a development key %s, in DATA_KEYS', (_how, value) => {
    expect(onlyFault('DATA_KEYS', value)).toMatch(/^DATA_KEYS .*openssl rand -base64 32/)
  })

  it.each([
    ['base64', indexKey.toString('base64')],
    ['base64url', indexKey.toString('base64url')],
    ['hex', indexKey.toString('hex')],
    ['blanks around it', ` ${indexKey.toString('base64')}\n`],
    ['the data key', dataKey.toString('base64')],
  ])('a production server refuses a development key as INDEX_KEY in or with %s', (_how, value) => {
    expect(onlyFault('INDEX_KEY', value)).toMatch(/^INDEX_KEY .*openssl rand -base64 32/)
  })

  it('a production server refuses one key for two purposes, and two keys of one id', () => {
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
  ])('a key that %s is refused as guessable', (_how, weak) => {
    expect(weak).toHaveLength(32)
    expect(isGuessableKey(weak)).toBe(true)
    expect(onlyFault('DATA_KEYS', `k:${weak.toString('base64')}`)).not.toContain(
      weak.toString('base64'),
    )
    expect(onlyFault('INDEX_KEY', weak.toString('base64'))).toMatch(/^INDEX_KEY /)
  })

  it('none of 20,000 random keys is taken for a guessable one', () => {
    for (let i = 0; i < 20_000; i++) expect(isGuessableKey(random())).toBe(false)
  })
})
