import type { Context } from '../context'
import { ApiError } from '../errors'
import { OperatorError } from '../operator-error'
import { isSignedPush, openPush } from './crypto'
import { encryptedOf, parsePush, type PushFields } from './format'

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
  readonly event: PushFields
  readonly mark: string
}

type Reader = Pick<Context, 'settings' | 'clock'>

const LONGEST_AGE_SECONDS = 10 * 60

const refused = (remedy: string) =>
  new ApiError(
    'push_refused',
    'The push is not of WeChat for this mini-program, or too old.',
    {},
    { cause: new OperatorError(`Unless an attacker sent it: ${remedy}.`) },
  )

const SHA1 = /^[0-9a-f]{40}$/i

const requireSigned = (parts: readonly string[], signature: string): void => {
  if (!isSignedPush(parts, signature)) {
    throw refused('WECHAT_PUSH_TOKEN is not the Token of the pushes at mp.weixin.qq.com')
  }
}

const requireFreshness = ({ clock }: Reader, { timestamp }: PushQuery): void => {
  const age = Math.abs(clock.now() / 1000 - Number(timestamp))
  if (!(age <= LONGEST_AGE_SECONDS)) throw refused('the clock of this machine is wrong')
}

const tokenOf = ({ settings: { push } }: Reader): string => {
  if (push.kind === 'off') throw new ApiError('endpoint_unknown', 'No such endpoint.')
  return push.token
}

/** Rejects with 403 a trial of the console that WeChat did not sign, or signed too long ago; with 404 while pushes are off. */
export const requirePushTrial = (reader: Reader, query: PushQuery): void => {
  const token = tokenOf(reader)
  requireFreshness(reader, query)
  requireSigned([token, query.timestamp, query.nonce], query.signature)
}

/**
 * What can be refused of a push before its body is read: with 404 while pushes are off, with 403 when it is too
 * old, and when its signature is wrong, or, where the body is signed too, is none.
 */
export const requirePushQuery = (reader: Reader, query: PushQuery): void => {
  if (reader.settings.push.kind !== 'encrypted') return requirePushTrial(reader, query)
  requireFreshness(reader, query)
  if (!SHA1.test(query.msg_signature)) {
    throw refused(
      'WECHAT_PUSH_AES_KEY is set, and the pushes at mp.weixin.qq.com are not encrypted',
    )
  }
}

/**
 * Reads a push in the mode the console is set to. With a key it has to be encrypted (安全模式; of 兼容模式 the encrypted
 * half counts): the plain signature says nothing about the body. Nothing is parsed before its signature is known to be
 * good. Rejects with 403 what WeChat did not sign with our token, signed too long ago, or encrypted for another
 * mini-program; with 404 while pushes are off.
 */
export const readPush = (reader: Reader, query: PushQuery, body: string): SignedPush => {
  const { push, wechat } = reader.settings
  requirePushQuery(reader, query)
  if (push.kind !== 'encrypted') {
    return { event: parsePush(body), mark: [query.timestamp, query.nonce].sort().join('') + body }
  }
  const encrypted = encryptedOf(body)
  requireSigned([push.token, query.timestamp, query.nonce, encrypted], query.msg_signature)
  try {
    return { event: parsePush(openPush(encrypted, push.aesKey, wechat.appid)), mark: encrypted }
  } catch {
    throw refused('WECHAT_PUSH_AES_KEY is not the EncodingAESKey of the pushes at mp.weixin.qq.com')
  }
}
