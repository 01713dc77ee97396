import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'

/** What WeChat puts into everything it encrypts: whose it is, and when (seconds). */
export interface Watermark {
  timestamp: number
  appid: string
}

/** Data for the server that travels through the app: AES-128-CBC, PKCS#7, both fields base64. */
export interface Sealed {
  encryptedData: string
  iv: string
}

/**
 * Encrypts `content` with its watermark under `sessionKey` (base64 of 16 bytes) and the 16 bytes `iv`.
 * Guide "开放数据校验与解密"; docs/wechat.md 5.5.
 */
export const seal = (
  content: object,
  watermark: Watermark,
  sessionKey: string,
  iv: Buffer,
): Sealed => {
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), iv)
  const text = JSON.stringify({ ...content, watermark })
  const encryptedData = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return { encryptedData: encryptedData.toString('base64'), iv: iv.toString('base64') }
}

/** The inverse of `seal`, as a developer's server does it. Throws if the key is not the one it was sealed with. */
export const unseal = ({ encryptedData, iv }: Sealed, sessionKey: string): unknown => {
  const key = Buffer.from(sessionKey, 'base64')
  const decipher = createDecipheriv('aes-128-cbc', key, Buffer.from(iv, 'base64'))
  const bytes = Buffer.concat([decipher.update(encryptedData, 'base64'), decipher.final()])
  return JSON.parse(bytes.toString('utf8'))
}

/** The `signature` of user data: hex SHA-1 of the raw text followed by the session_key. docs/wechat.md 5.6. */
export const signRawData = (rawData: string, sessionKey: string): string =>
  createHash('sha1')
    .update(rawData + sessionKey)
    .digest('hex')

/**
 * The login-state signature: hex HMAC-SHA-256 of `data`, keyed by the session_key as text, not decoded.
 * Guide "用户登录态签名".
 */
export const signWithSession = (data: string, sessionKey: string): string =>
  createHmac('sha256', sessionKey).update(data).digest('hex')

/**
 * The `signature` of a push: hex SHA-1 of token, timestamp and nonce in sorted order; with the encrypted text among
 * them its `msg_signature`. Guide "消息推送".
 */
export const signPush = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

/** The 32 bytes of an EncodingAESKey: 43 letters and digits, base64 without its last sign. */
export const pushKeyOf = (encodingAesKey: string): Buffer =>
  Buffer.from(`${encodingAesKey}=`, 'base64')

const PUSH_BLOCK_BYTES = 32

/**
 * Encrypts a push for `appid`: AES-256-CBC, the iv being the first half of the key, PKCS#7 to 32 bytes; inside are 16
 * bytes of salt, the length in 4, the message and the AppID. Returns base64. Guide "消息推送", 加解密.
 */
export const sealPush = (message: string, appid: string, key: Buffer, salt: Buffer): string => {
  const text = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const content = Buffer.concat([salt, length, text, Buffer.from(appid)])
  const count = PUSH_BLOCK_BYTES - (content.length % PUSH_BLOCK_BYTES)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([content, Buffer.alloc(count, count)])
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64')
}
