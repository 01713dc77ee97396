import { isGuessableKey } from './entropy'
import type { FieldReader } from './fields'

const KEY_BYTES = 32
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/

/** Keys that everyone who reads this file knows: good enough for a simulator's people only. */
const DEVELOPMENT_DATA_KEY = Buffer.alloc(KEY_BYTES, 'development data key')
const DEVELOPMENT_INDEX_KEY = Buffer.alloc(KEY_BYTES, 'development index key')

/** Keys for what is encrypted at rest: the first one seals, all of them open. */
export interface SealingKey {
  readonly id: string
  /** 32 bytes. */
  readonly key: Buffer
}

/** What seals secrets at rest, and what phones are found by. */
export interface KeySettings {
  readonly sealing: readonly [SealingKey, ...SealingKey[]]
  readonly index: Buffer
}

/** The bytes of a key, null when the text is not 32 bytes in base64. Its spellings lead to the same bytes. */
const keyIn = (text: string): Buffer | null => {
  const key = Buffer.from(text, 'base64')
  return BASE64.test(text) && key.length === KEY_BYTES ? key : null
}

const sealingKey = (text: string): SealingKey | null => {
  const [id = '', encoded = '', ...rest] = text.trim().split(':')
  const key = keyIn(encoded.trim())
  return /^[A-Za-z0-9_-]{1,20}$/.test(id) && key !== null && rest.length === 0 ? { id, key } : null
}

/** Reports what must not protect real people: the keys of this file, no random bytes, one key for two purposes. */
const refuseWeakKeys = (
  sealing: readonly SealingKey[],
  index: Buffer | null,
  fault: FieldReader['fault'],
): void => {
  const isKnown = (key: Buffer) =>
    key.equals(DEVELOPMENT_DATA_KEY) || key.equals(DEVELOPMENT_INDEX_KEY)
  const isWeak = (key: Buffer) => isKnown(key) || isGuessableKey(key)
  const remedy = 'what "openssl rand -base64 32" prints'
  if (sealing.some(({ key }) => isWeak(key))) {
    fault(`DATA_KEYS holds a development key or one that is not random: make each ${remedy}.`)
  }
  if (index === null) return
  if (isWeak(index)) fault(`INDEX_KEY is a development key or not random: set it to ${remedy}.`)
  else if (sealing.some(({ key }) => key.equals(index))) {
    fault(`INDEX_KEY is one of DATA_KEYS, which would break both at once: set it to ${remedy}.`)
  }
}

/** Reads `DATA_KEYS` (`id:base64,…`, the newest first) and `INDEX_KEY` (base64), 32 bytes each. */
export const keysFrom = (read: FieldReader, mode: 'development' | 'production'): KeySettings => {
  const configured = read.optional('DATA_KEYS')?.split(',').map(sealingKey)
  const keys = configured ?? [{ id: 'dev', key: DEVELOPMENT_DATA_KEY }]
  const indexText = read.optional('INDEX_KEY')
  const index = indexText === null ? DEVELOPMENT_INDEX_KEY : keyIn(indexText)
  const sealing = keys.filter((key) => key !== null)
  const [first, ...rest] = sealing
  if (first === undefined || keys.includes(null)) {
    read.fault(
      'DATA_KEYS is malformed: set it to id:key pairs separated by commas, the newest first, each key made by "openssl rand -base64 32".',
    )
  } else if (new Set(sealing.map(({ id }) => id)).size < sealing.length) {
    read.fault('DATA_KEYS has two keys of one id: keep an id for the key it was made with.')
  } else if (mode === 'production') refuseWeakKeys(sealing, index, read.fault)
  if (index === null) {
    read.fault('INDEX_KEY is malformed: set it to what "openssl rand -base64 32" prints.')
  }
  return {
    sealing: [first ?? { id: 'none', key: Buffer.alloc(KEY_BYTES) }, ...rest],
    index: index ?? Buffer.alloc(KEY_BYTES),
  }
}
