import type { Context } from '../context'
import { ApiError } from '../errors'
import { isSignedPush, openPush } from './push-crypto'
import { parsePush, type PushedEvent } from './push-format'

/** The query of every push and of the console's trial (guide 消息推送). What is missing is ''. */
export interface PushQuery {
  /** Over token, timestamp and nonce. */
  readonly signature: string
  /** Over those and the encrypted text. */
  readonly msg_signature: string
  /** Unix seconds. */
  readonly timestamp: string
  readonly nonce: string
}

/** A push that WeChat sent: the event in it, and what is the same only when the same push comes again. */
export interface SignedPush {
  readonly event: PushedEvent
  readonly mark: string
}

type Reader = Pick<Context, 'settings' | 'clock'>

const LONGEST_AGE_SECONDS = 10 * 60

const refused = () =>
  new ApiError(403, 'The push is not of WeChat for this mini-program, or too old.')

const requireSignature = (
  { settings, clock }: Reader,
  { timestamp, nonce }: PushQuery,
  signature: string,
  ...more: readonly string[]
): void => {
  const { push } = settings
  if (push.kind === 'off') throw new ApiError(404, 'No such endpoint.')
  const age = Math.abs(clock.now() / 1000 - Number(timestamp))
  const isFresh = age <= LONGEST_AGE_SECONDS
  if (!isSignedPush([push.token, timestamp, nonce, ...more], signature) || !isFresh) throw refused()
}

/** Rejects with 403 a trial of the console that WeChat did not sign, or signed too long ago; with 404 while pushes are off. */
export const requirePushTrial = (reader: Reader, query: PushQuery): void =>
  requireSignature(reader, query, query.signature)

/**
 * Reads a push in the mode the console is set to. With a key it has to be encrypted (安全模式; of 兼容模式 the encrypted
 * half counts): the plain signature says nothing about the body. Rejects with 403 what WeChat did not sign with our token,
 * signed too long ago, or encrypted for another mini-program; with 404 while pushes are off.
 */
export const readPush = (reader: Reader, query: PushQuery, body: string): SignedPush => {
  const { push, wechat } = reader.settings
  const fields = parsePush(body)
  if (push.kind !== 'encrypted') {
    requireSignature(reader, query, query.signature)
    return { event: fields, mark: [query.timestamp, query.nonce].sort().join('') + body }
  }
  const encrypted = fields['Encrypt'] ?? ''
  requireSignature(reader, query, query.msg_signature, encrypted)
  try {
    return { event: parsePush(openPush(encrypted, push.aesKey, wechat.appid)), mark: encrypted }
  } catch {
    throw refused()
  }
}
