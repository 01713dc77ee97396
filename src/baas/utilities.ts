import { BaasError, CODE } from './errors'
import { givesPhoneCode } from './phone-event'
import { post, type Send } from './send'
import type { HttpResponse } from './transport'
import type { Wechat } from './wechat'

/** What a cloud function answers: `code` 0 and `data`, or another code and what went wrong (docs/protocol.md 5.2). */
export interface InvokeReply {
  code: number
  data: unknown
  error: { message?: string }
}

/** Runs a cloud function; returns its reply, or `{status}` when not waiting. Not checked, like any reply's data. */
export const invoke = async (
  send: Send,
  name: string,
  data: unknown,
  sync: boolean,
): Promise<InvokeReply> => {
  if (name === '') throw new BaasError(CODE.incorrectParameterType)
  const body = { function_name: name, sync, data }
  return (await post(send, '/hserve/v1/cloud-function/job/', body)).body as InvokeReply
}

/** Whether WeChat finds a text objectionable: answers `{risky}` (docs/protocol.md 5.3). */
export const censorText = async (send: Send, content: string): Promise<HttpResponse> => {
  if (typeof content !== 'string' || content === '') {
    throw new BaasError(CODE.incorrectParameterType)
  }
  return post(send, '/hserve/v1.7/censor-msg/', { content })
}

export type DecryptType = 'we-run-data' | 'open-gid' | 'phone-number'

/**
 * Lets the backend open what WeChat encrypted with the session_key (docs/protocol.md 3.7).
 * Rejects with 605 before any request when a part is missing.
 */
export const decrypt = async (
  send: Send,
  wechat: Wechat,
  type: DecryptType,
  sealed: { encryptedData: string; iv: string; code: string | undefined },
): Promise<unknown> => {
  const { encryptedData, iv, code } = sealed
  const newer = givesPhoneCode(wechat)
  const isWhole = encryptedData && iv && (code || !newer || type !== 'phone-number')
  if (!isWhole) throw new BaasError(CODE.incorrectParameterType)
  const version = newer ? 'v2.7' : 'v1'
  const body = { encryptedData, iv, phone_code: newer ? code : undefined }
  return (await post(send, `/hserve/${version}/wechat/decrypt/${type}/`, body)).body
}

/** The server's time, ISO 8601 in `body.time`. */
export const serverTime = (send: Send): Promise<HttpResponse> =>
  send({ method: 'GET', path: '/hserve/v2.2/server/time/', as: 'anyone' })
