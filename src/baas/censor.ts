import { BaasError, CODE } from './errors'
import { post, type Send } from './send'
import type { HttpResponse } from './transport'

/**
 * Whether WeChat finds a text objectionable: answers `{risky}` (docs/protocol.md 5.3). Rejects with 605 before any
 * request when there is no text.
 */
export const censorText = async (send: Send, content: string): Promise<HttpResponse> => {
  if (typeof content !== 'string' || content === '') {
    throw new BaasError(CODE.incorrectParameterType)
  }
  return post(send, '/hserve/v1.7/censor-msg/', { content })
}
