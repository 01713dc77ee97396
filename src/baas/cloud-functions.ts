import { BaasError, CODE } from './errors'
import { post, type Send } from './send'

/** What a cloud function answers: `code` 0 and `data`, or another code and what went wrong (docs/protocol.md 5.2). */
export interface InvokeReply {
  code: number
  data: unknown
  error: { message?: string }
}

const call = async (send: Send, name: string, data: unknown, sync: boolean): Promise<unknown> => {
  if (name === '') throw new BaasError(CODE.incorrectParameterType)
  const body = { function_name: name, sync, data }
  return (await post(send, '/hserve/v1/cloud-function/job/', body)).body
}

/** Runs a cloud function; resolves to its reply, not checked. Rejects with BaasError, 605 without a name. */
export const runFunction = async (send: Send, name: string, data: unknown): Promise<InvokeReply> =>
  (await call(send, name, data, true)) as InvokeReply

/** Starts a cloud function and does not wait for it. Rejects with BaasError, 605 without a name. */
export const startFunction = async (
  send: Send,
  name: string,
  data: unknown,
): Promise<{ status: 'ok' }> => (await call(send, name, data, false)) as { status: 'ok' }
