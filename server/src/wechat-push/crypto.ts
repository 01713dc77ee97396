import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

// PKCS#7, but to blocks of 32 bytes, which no cipher of Node knows.
const BLOCK_BYTES = 32
const RANDOM_BYTES = 16
const LENGTH_BYTES = 4

/** Whether `signature` is sha1 over the sorted `parts` (guide 消息推送). Takes constant time. */
export const isSignedPush = (parts: readonly string[], signature: string): boolean => {
  const text = [...parts].sort().join('')
  const expected = createHash('sha1').update(text).digest()
  const given = Buffer.from(signature, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

const withoutPadding = (padded: Buffer): Buffer => {
  const count = padded.at(-1) ?? 0
  const padding = padded.subarray(padded.length - count)
  const isPadded = count > 0 && count <= BLOCK_BYTES && padding.every((byte) => byte === count)
  if (!isPadded) throw new Error('the padding is not PKCS#7')
  return padded.subarray(0, padded.length - count)
}

/**
 * Opens an encrypted push (guide 消息推送, 加解密): AES-256-CBC under `aesKey`, whose first half is the iv; inside are 16
 * random bytes, the length in 4, the message and the AppID. Throws when it is not for `appid`, or is not well formed.
 */
export const openPush = (encrypted: string, aesKey: Buffer, appid: string): string => {
  const aes = createDecipheriv('aes-256-cbc', aesKey, aesKey.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([aes.update(encrypted, 'base64'), aes.final()])
  const content = withoutPadding(padded).subarray(RANDOM_BYTES)
  const end = LENGTH_BYTES + content.readUInt32BE(0)
  if (content.toString('utf8', end) !== appid) throw new Error('the push is for another AppID')
  return content.toString('utf8', LENGTH_BYTES, end)
}
