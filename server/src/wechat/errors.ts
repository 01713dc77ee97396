import { ApiError } from '../errors'
import { OperatorError } from '../operator-error'

const SECRET =
  'WECHAT_SECRET is not the AppSecret of WECHAT_APPID: set the one that mp.weixin.qq.com shows'
const ADDRESS =
  'add the address this server calls from to the list of the AppSecret at mp.weixin.qq.com'

const REMEDIES: Readonly<Record<number, string>> = {
  40001: SECRET,
  40013: 'WECHAT_APPID is no AppID that WeChat knows: set the one that mp.weixin.qq.com shows',
  40125: SECRET,
  40164: ADDRESS,
  40243: 'the AppSecret is frozen: release it at mp.weixin.qq.com',
  48001:
    'the mini-program may not make this call: phone numbers, for one, take a verified (认证) one',
  61004: ADDRESS,
  89503: 'an administrator of the mini-program has to agree to calls from this address',
}

/** WeChat refused a call with this errcode (docs/wechat.md 5.2). */
export class WechatRefusal extends OperatorError {
  override readonly name = 'WechatRefusal'

  constructor(
    path: string,
    readonly errcode: number,
  ) {
    const remedy = REMEDIES[errcode] ?? 'look the number up in the documentation of this call'
    super(`WeChat answered ${path} with errcode ${errcode}: ${remedy}.`)
  }
}

const AN_HOUR = 3_600

/** The 503 of a call that WeChat cannot be asked now; `seconds` is when to try again, `cause` what an operator reads. */
export const wechatUnavailable = (
  seconds: number,
  message = 'WeChat does not answer: try again later.',
  cause?: unknown,
): ApiError => new ApiError('wechat_unavailable', message, { retry_after: seconds }, { cause })

/** The 503 of a call for which WeChat refuses the access_token that it has just issued. */
export const tokenTaken = (): ApiError =>
  wechatUnavailable(
    30,
    'WeChat refuses our token.',
    new OperatorError(
      'Another program fetches access_tokens of WECHAT_APPID by /cgi-bin/token, which ends ours: let it use stable_token.',
    ),
  )

const OTHER_APPID =
  'WeChat answered with errcode 40029: unless the device sent an old code, the app was built for another AppID than WECHAT_APPID.'

const ANSWERS: Readonly<Record<number, () => ApiError>> = {
  [-1]: () => wechatUnavailable(1, 'WeChat is busy: try again with a new code.'),
  40029: () =>
    new ApiError(
      'wechat_code_invalid',
      'code_invalid: WeChat does not accept this code; get a new one.',
      {},
      { cause: new OperatorError(OTHER_APPID) },
    ),
  40163: () =>
    new ApiError('wechat_code_used', 'code_used: this code was used before; get a new one.'),
  40226: () => new ApiError('wechat_user_blocked', 'blocked: WeChat rates this user as high risk.'),
  45009: () => wechatUnavailable(AN_HOUR, 'The daily quota of WeChat calls is used up.'),
  45011: () =>
    new ApiError('too_many_requests', 'Too many calls for this user: try again in a minute.', {
      retry_after: 60,
    }),
  61010: () =>
    new ApiError(
      'wechat_user_not_seen',
      'WeChat has not seen this user lately: open the mini-program again.',
    ),
}

/**
 * What a caller is answered for an errcode of WeChat (docs/wechat.md 5.2). Codes that only the operator
 * can put right (40013 AppID, 40125 secret, 40164 address, unknown ones) stay refusals: 500, with the remedy in the log.
 */
export const answerFor = (refusal: WechatRefusal): Error => ANSWERS[refusal.errcode]?.() ?? refusal
