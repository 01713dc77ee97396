import type { Static, TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { ApiError } from '../errors'
import { WechatRefusal } from './errors'
import { httpSender } from './http'

const SILENCE_MS = 5_000

/** One call of WeChat's server API: a GET, or a POST when there is a JSON body. */
export interface WechatCall<S extends TSchema> {
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: Readonly<Record<string, unknown>>
  /** What a success looks like; anything else is a failure of WeChat's. */
  readonly answer: S
}

const unreachable = () => new ApiError(503, 'WeChat does not answer: try again later.')

const errcodeOf = (answer: unknown): number =>
  typeof answer === 'object' && answer !== null && 'errcode' in answer ? Number(answer.errcode) : 0

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Sends calls to WeChat at `apiBase`. A success usually has no errcode, and sometimes errcode 0
 * (WeChat rules 1.5). Rejects with a `WechatRefusal` for other errcodes, 503 when WeChat is
 * unreachable or silent for 5 s, 502 for an answer of another shape. No message holds the address: its query has secrets.
 */
export const wechatCaller = (apiBase: string) => {
  const { origin, pathname } = new URL(apiBase)
  const prefix = pathname.replace(/\/$/, '')
  const send = httpSender(origin, SILENCE_MS)

  return async <S extends TSchema>(call: WechatCall<S>): Promise<Static<S>> => {
    const query = new URLSearchParams(call.query).toString()
    const body = call.body === undefined ? null : JSON.stringify(call.body)
    const path = `${prefix}${call.path}${query && `?${query}`}`
    const { status, text } = await send(path, body).catch(() => {
      throw unreachable()
    })
    if (status >= 500) throw unreachable()

    // WeChat labels its JSON text/plain, so the content type says nothing.
    const answer = parsed(text)
    const errcode = errcodeOf(answer)
    if (errcode !== 0) throw new WechatRefusal(call.path, errcode)
    if (!Value.Check(call.answer, answer))
      throw new ApiError(502, 'WeChat answered in a form this server does not know.')
    return answer
  }
}

/** The function that `wechatCaller` gives. */
export type CallWechat = ReturnType<typeof wechatCaller>
