import { BaasError, CODE } from './errors'
import { givesPhoneCode } from './phone-event'
import { post, type Send } from './send'
import type { HttpResponse } from './transport'
import type { Wechat } from './wechat'

/** Runs a cloud function; gives its reply `{code, data, error}`, or `{status}` when not waiting (contract 1.3). */
export async function invoke(
  send: Send,
  name: string,
  data: unknown,
  sync: boolean,
): Promise<unknown> {
  if (name === '') throw new BaasError(CODE.incorrectParameterType)
  const body = { function_name: name, sync, data }
  return (await post(send, '/hserve/v1/cloud-function/job/', body)).body
}

/** Whether WeChat finds a text objectionable: answers `{risky}` (contract 1.3). */
export async function censorText(send: Send, content: string): Promise<HttpResponse> {
  if (typeof content !== 'string' || content === '') {
    throw new BaasError(CODE.incorrectParameterType)
  }
  return post(send, '/hserve/v1.7/censor-msg/', { content })
}

export type DecryptType = 'we-run-data' | 'open-gid' | 'phone-number'

/** Lets the backend open what WeChat encrypted with the session_key (contract 1.1 #7). */
export async function decrypt(
  send: Send,
  wechat: Wechat,
  type: DecryptType,
  sealed: { encryptedData: string; iv: string; code: string | undefined },
): Promise<unknown> {
  const { encryptedData, iv, code } = sealed
  const newer = givesPhoneCode(wechat)
  const version = newer ? 'v2.7' : 'v1'
  const body = { encryptedData, iv, phone_code: newer ? code : undefined }
  return (await post(send, `/hserve/${version}/wechat/decrypt/${type}/`, body)).body
}

/** The server's time, ISO 8601 in `body.time`. */
export const serverTime = (send: Send): Promise<HttpResponse> =>
  send({ method: 'GET', path: '/hserve/v2.2/server/time/', as: 'anyone' })
