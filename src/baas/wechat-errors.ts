import { BaasError, CODE } from './errors'
import { fieldsOf, textOf } from './read'

const QUOTA_EXHAUSTED = 402

/**
 * Every way WeChat is known to say no, most telling first (docs/wechat.md 5.9). It spells the same refusal
 * differently by system, and numbers differ by library, so both are looked at, the number as the end of the text:
 * `chooseMedia:fail #104`.
 */
const ROWS: ReadonlyArray<readonly [says: RegExp, code: number]> = [
  [/quota|#1400001$/i, QUOTA_EXHAUSTED],
  // An operator's omission, not the person's no: the privacy guide must declare the interface.
  [/scope is not declared|#112$/i, CODE.unsupportedFunction],
  [/privacy permission is not authorized|buttonId is wrong|#10[34]$/i, CODE.unauthorized],
  [/fail:?\s*(user|auth)?\s*(deny|denied|cancel)/i, CODE.unauthorized],
  [/no permission|not support/i, CODE.unsupportedFunction],
  [/TAP gesture|desc length/i, CODE.incorrectParameterType],
  // "abort" is how Taro's own deadline looks in a browser; what we cancel ourselves is not reported.
  [/time\s?out|abort/i, CODE.requestTimeout],
  [/interrupted|net::|network|(request|uploadFile|downloadFile):fail/i, CODE.networkDisconnected],
]

const LONGEST_MESSAGE = 200

/**
 * WeChat's plain-object rejection as a BaasError that keeps what WeChat said, without query strings.
 * Takes the `detail` of a button event too.
 * @param otherwise the code of an unknown failure
 */
export const wechatError = (reason: unknown, otherwise: number = CODE.wechatFailed): BaasError => {
  if (reason instanceof BaasError) return reason
  const { errMsg, errno, message } = fieldsOf(reason)
  const said = (textOf(errMsg) || textOf(message)).replace(/\?\S*/g, '').slice(0, LONGEST_MESSAGE)
  const row = ROWS.find(([says]) => says.test(`${said} #${errno}`))
  return new BaasError(row?.[1] ?? otherwise, { serverMessage: said, cause: { errno } })
}
