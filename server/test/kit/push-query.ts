import { createHash } from 'node:crypto'

export const PUSH_TOKEN = 'tokenOfTheConsole'

let nonces = 0

/** The query of a push that WeChat signed at `nowMs`; no two are the same push. */
export const pushQuery = (nowMs: number): string => {
  const timestamp = String(Math.floor(nowMs / 1000))
  const nonce = String(++nonces)
  const signature = createHash('sha1')
    .update([PUSH_TOKEN, timestamp, nonce].sort().join(''))
    .digest('hex')
  return new URLSearchParams({ timestamp, nonce, signature }).toString()
}
