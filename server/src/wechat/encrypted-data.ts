import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { Type, type Static, type TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { ApiError } from '../errors'

/** What wx hands to a mini-program for its server alone: base64 of AES-128-CBC, and its base64 iv. */
export interface EncryptedData {
  readonly encryptedData: string
  readonly iv: string
}

/** What the data has to be, besides well encrypted: of our AppID, and not older than this. */
export interface Freshness {
  readonly appid: string
  readonly nowMs: number
}

const LONGEST_AGE_SECONDS = 10 * 60
// Clocks of phones and servers differ; data from a little ahead of us is still today's.
const CLOCK_SKEW_SECONDS = 5 * 60

const Watermarked = Type.Object({
  watermark: Type.Object({ appid: Type.String(), timestamp: Type.Number() }),
})

/**
 * The one error of everything that was sealed with a session_key and does not hold: which way would help an attacker
 * (docs/wechat.md 5.5).
 */
export const decryptFailed = () =>
  new ApiError(
    'decrypt_failed',
    'decrypt_failed: the encrypted data is of neither of the last two sessions; call wx.login, sign in, ask WeChat for the data again and send that.',
  )

const decipher = ({ encryptedData, iv }: EncryptedData, sessionKey: string): unknown => {
  const aes = createDecipheriv(
    'aes-128-cbc',
    Buffer.from(sessionKey, 'base64'),
    Buffer.from(iv, 'base64'),
  )
  const plain = Buffer.concat([aes.update(encryptedData, 'base64'), aes.final()])
  return JSON.parse(plain.toString('utf8'))
}

/**
 * Opens encryptedData with the session_key (docs/wechat.md 5.5). Checks the watermark's AppID and age,
 * then the shape. Throws one and the same 400 for a wrong key, padding, JSON, AppID, age or shape.
 */
export const openEncryptedData = <S extends TSchema>(
  data: EncryptedData,
  sessionKey: string,
  { appid, nowMs }: Freshness,
  shape: S,
): Static<S> => {
  try {
    const opened = decipher(data, sessionKey)
    if (!Value.Check(Watermarked, opened) || !Value.Check(shape, opened)) throw decryptFailed()
    const age = nowMs / 1000 - opened.watermark.timestamp
    const isFresh = age <= LONGEST_AGE_SECONDS && age >= -CLOCK_SKEW_SECONDS
    if (opened.watermark.appid !== appid || !isFresh) throw decryptFailed()
    return opened
  } catch {
    throw decryptFailed()
  }
}

/**
 * Whether `signature` is sha1(rawData + session_key), over the raw text as it came: parsing and writing
 * it again would change it (docs/wechat.md 5.6). Takes constant time.
 */
export const isSignedRawData = (
  rawData: string,
  signature: string,
  sessionKey: string,
): boolean => {
  const expected = createHash('sha1')
    .update(rawData + sessionKey)
    .digest()
  const given = Buffer.from(signature, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
