import { WxFailure } from '../call'
import { md5 } from './md5'

const SUBTLE = { sha1: 'SHA-1', sha256: 'SHA-256' } as const

const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The digest of a file in hexadecimal (typings GetFileInfoOption: md5, sha1, sha256); rejects for another algorithm. */
export const digestOf = async (bytes: Uint8Array, algorithm: unknown): Promise<string> => {
  if (algorithm === 'md5') return hex(md5(bytes))
  if (algorithm !== 'sha1' && algorithm !== 'sha256') {
    throw new WxFailure(`invalid digestAlgorithm "${String(algorithm)}"`)
  }
  const digest = await crypto.subtle.digest(SUBTLE[algorithm], new Uint8Array(bytes))
  return hex(new Uint8Array(digest))
}
