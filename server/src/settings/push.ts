import type { FieldReader } from './fields'
import type { PushSettings } from './types'

const ENCODING_AES_KEY = /^[A-Za-z0-9]{43}$/

/**
 * Reads `WECHAT_PUSH_TOKEN` and `WECHAT_PUSH_AES_KEY` (the EncodingAESKey), the two fields of WeChat's message push
 * console. The key is base64 of 32 bytes without its last sign.
 */
export const pushFrom = (read: FieldReader): PushSettings => {
  const token = read.optional('WECHAT_PUSH_TOKEN')
  const key = read.optional('WECHAT_PUSH_AES_KEY')
  if (key !== null && !ENCODING_AES_KEY.test(key)) {
    read.fault(
      'WECHAT_PUSH_AES_KEY is no EncodingAESKey: set it to the 43 letters and digits in the console of message push.',
    )
  }
  if (key !== null && token === null) {
    read.fault('WECHAT_PUSH_AES_KEY stands alone: set WECHAT_PUSH_TOKEN too, from the same page.')
  }
  if (token === null) return { kind: 'off' }
  if (key === null) return { kind: 'plain', token }
  return { kind: 'encrypted', token, aesKey: Buffer.from(`${key}=`, 'base64') }
}
