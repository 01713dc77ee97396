import { BaasError, CODE } from '../../baas/errors'
import { givesPhoneCode } from '../../baas/phone-event'
import { post, type Send } from '../../baas/send'
import type { Wechat } from '../../baas/wechat'

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
