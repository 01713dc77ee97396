import type { Static, TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { Clock } from '../clock'
import { ApiError } from '../errors'
import { createCircuit, type Circuit } from './circuit'
import { OperatorError } from '../operator-error'
import { wechatUnavailable, WechatRefusal } from './errors'
import { createConcurrencyLimit } from './concurrency-limit'
import { createHttpSender, type HttpAnswer, type SendHttp } from './http'

// Within this WeChat is slow, beyond it is dead. The app's launch waits 8 s for us.
const DEADLINE_MS = 6_000
// As many connections as serve a thousand sign-ins a second while WeChat answers within 60 ms; each call that is slow
// makes room for another one, so that a WeChat of 4.5 s still serves a hundred a second.
const CONCURRENCY = { usual: 64, most: 512, patienceMs: 100 }
// A rest of 2 s and a probe that hangs until its deadline: at worst 8 s from WeChat's recovery to ours.
const CIRCUIT = { failures: 5, spanMs: 1_000, restMs: 2_000 }
const CROWDED_SECONDS = 2

/** One call of WeChat's server API: a GET, or a POST when there is a JSON body. */
export interface WechatCall<S extends TSchema> {
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: Readonly<Record<string, unknown>>
  /** What a success looks like; anything else is a failure of WeChat's. */
  readonly answer: S
}

const errcodeOf = (answer: unknown): number =>
  typeof answer === 'object' && answer !== null && 'errcode' in answer ? Number(answer.errcode) : 0

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

// Its own message may hold the address, whose query has secrets.
const failureOf = (
  path: string,
  answer: HttpAnswer | { readonly cause: unknown },
): OperatorError =>
  'text' in answer
    ? new OperatorError(`WeChat answered ${path} with status ${answer.status}.`)
    : new OperatorError(
        `WeChat was not reached for ${path}: check WECHAT_API_BASE, and that this machine may connect to it.`,
        { cause: answer.cause },
      )

/**
 * Sends calls to WeChat at `apiBase`. A success usually has no errcode, and sometimes errcode 0 (docs/wechat.md
 * 5.2). Rejects with a `WechatRefusal` for other errcodes, 502 for an answer of another shape, and 503 with
 * `retry_after` when WeChat is unreachable or has not answered within 6 s; at once while that was so lately (each
 * endpoint has a circuit of its own), and beyond 512 calls at a time. No message holds the address: its query has
 * secrets.
 */
export const createWechatCaller = (
  apiBase: string,
  clock: Clock,
  sender: (origin: string) => SendHttp = (origin) =>
    createHttpSender(origin, { connections: CONCURRENCY.most, deadlineMs: DEADLINE_MS }),
) => {
  const { origin, pathname } = new URL(apiBase)
  const prefix = pathname.replace(/\/$/, '')
  const send = sender(origin)
  const limit = createConcurrencyLimit(CONCURRENCY)
  const circuits = new Map<string, Circuit>()

  const circuitOf = (path: string): Circuit => {
    const circuit = circuits.get(path) ?? createCircuit(CIRCUIT, clock)
    circuits.set(path, circuit)
    return circuit
  }

  const sendGuarded = async (path: string, address: string, body: string | null) => {
    const entered = limit.enter()
    if (entered === null) throw wechatUnavailable(CROWDED_SECONDS)
    const leave = await entered
    try {
      const turn = circuitOf(path).begin()
      if ('restMs' in turn) throw wechatUnavailable(Math.ceil(turn.restMs / 1000))
      const answer = await send(address, body).catch((cause: unknown) => ({ cause }))
      const hasAnswered = 'text' in answer && answer.status < 500
      turn.end(hasAnswered ? 'answered' : 'failed')
      if (!hasAnswered) throw wechatUnavailable(1, undefined, failureOf(path, answer))
      return answer.text
    } finally {
      leave()
    }
  }

  return async <S extends TSchema>(call: WechatCall<S>): Promise<Static<S>> => {
    const query = new URLSearchParams(call.query).toString()
    const body = call.body === undefined ? null : JSON.stringify(call.body)
    const text = await sendGuarded(call.path, `${prefix}${call.path}${query && `?${query}`}`, body)

    // WeChat labels its JSON text/plain, so the content type says nothing.
    const answer = parsed(text)
    const errcode = errcodeOf(answer)
    if (errcode !== 0) throw new WechatRefusal(call.path, errcode)
    if (!Value.Check(call.answer, answer)) {
      throw new ApiError(
        'wechat_answer_unknown',
        'WeChat answered in a form this server does not know.',
      )
    }
    return answer
  }
}

/** The function that `createWechatCaller` returns. */
export type CallWechat = ReturnType<typeof createWechatCaller>
