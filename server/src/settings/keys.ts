import type { SealingKey } from '../security/vault'
import type { FieldReader } from './fields'

const KEY_BYTES = 32

/** Keys that everybody who reads this file knows: good enough for a simulator's people only. */
const DEVELOPMENT_DATA_KEYS = `dev:${Buffer.alloc(KEY_BYTES, 'development data key').toString('base64')}`
const DEVELOPMENT_INDEX_KEY = Buffer.alloc(KEY_BYTES, 'development index key').toString('base64')

/** What seals secrets at rest, and what phones are found by. */
export interface KeySettings {
  readonly sealing: readonly [SealingKey, ...SealingKey[]]
  readonly index: Buffer
  readonly origin: 'configured' | 'development'
}

const sealingKey = (text: string): SealingKey | null => {
  const [id = '', encoded = '', ...rest] = text.trim().split(':')
  const key = Buffer.from(encoded, 'base64')
  return /^[A-Za-z0-9_-]{1,20}$/.test(id) && key.length === KEY_BYTES && rest.length === 0
    ? { id, key }
    : null
}

/** Reads `DATA_KEYS` (`id:base64,…`, the newest first) and `INDEX_KEY` (base64), 32 bytes each. */
export const keysFrom = (read: FieldReader): KeySettings => {
  const configured = [read.optional('DATA_KEYS'), read.optional('INDEX_KEY')]
  const keys = read.text('DATA_KEYS', DEVELOPMENT_DATA_KEYS).split(',').map(sealingKey)
  const index = Buffer.from(read.text('INDEX_KEY', DEVELOPMENT_INDEX_KEY), 'base64')
  const [first, ...rest] = keys.filter((key) => key !== null)
  if (first === undefined || keys.includes(null))
    read.fault(
      'DATA_KEYS is malformed: set it to id:key pairs separated by commas, the newest first, each key made by "openssl rand -base64 32".',
    )
  if (index.length !== KEY_BYTES)
    read.fault('INDEX_KEY is malformed: set it to what "openssl rand -base64 32" prints.')
  return {
    sealing: [first ?? { id: 'none', key: Buffer.alloc(KEY_BYTES) }, ...rest],
    index,
    origin: configured.includes(null) ? 'development' : 'configured',
  }
}
