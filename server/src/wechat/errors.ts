import { ApiError } from '../errors'

/** WeChat refused a call with this errcode. */
export class WechatRefusal extends Error {
  override readonly name = 'WechatRefusal'

  constructor(
    path: string,
    readonly errcode: number,
  ) {
    super(
      `WeChat answered ${path} with errcode ${errcode}: check WECHAT_APPID, WECHAT_SECRET and the addresses WeChat lets in.`,
    )
  }
}

const AN_HOUR = 3_600

/** The 503 of a call that WeChat cannot be asked now; `seconds` is when to try again. */
export const wechatUnavailable = (
  seconds: number,
  message = 'WeChat does not answer: try again later.',
): ApiError => new ApiError('wechat_unavailable', message, { retry_after: seconds })

const ANSWERS: Readonly<Record<number, () => ApiError>> = {
  [-1]: () => wechatUnavailable(1, 'WeChat is busy: try again with a new code.'),
  40029: () =>
    new ApiError(
      'wechat_code_invalid',
      'code_invalid: WeChat does not accept this code; get a new one.',
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
 * What our caller hears of WeChat's errcode (docs/wechat.md 5.2). Codes that only the operator
 * can mend (40013 AppID, 40125 secret, 40164 address, unknown ones) stay refusals: a bare 500, loud in the log.
 */
export const answerFor = (refusal: WechatRefusal): Error => ANSWERS[refusal.errcode]?.() ?? refusal
