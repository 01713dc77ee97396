/**
 * WeChat's error answers: errcode → errmsg, as the endpoint pages and the general error code table (通用错误码)
 * write them. 40163 is missing there and widely seen (docs/wechat.md 5.2). The pages name 40243, 50004 and 89503 in
 * Chinese only: their English is ours.
 */
export const ERROR_MESSAGES = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40066: 'invalid url',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40164: 'invalid ip, not in whitelist',
  40226: 'code blocked',
  40243: 'AppSecret is frozen',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  42001: 'access_token expired',
  43002: 'require POST method',
  43104: 'this appid does not have permission',
  44002: 'empty post data',
  45002: 'content size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit must slower retry next minute',
  47001: 'data format error',
  48001: 'api unauthorized',
  50004: 'token interface is forbidden',
  61004: 'access clientip is not registered',
  61010: 'code is expired',
  87008: 'invalid sig_method',
  87009: 'invalid signature',
  89503: 'this call needs the approval of an administrator',
} as const

/** An errcode that the simulated API can answer with. */
export type ErrorCode = keyof typeof ERROR_MESSAGES

/** True for the errcodes of the table. */
export const isErrorCode = (errcode: number): errcode is ErrorCode => errcode in ERROR_MESSAGES

/** The body of every refusal. */
export interface ErrorAnswer {
  errcode: ErrorCode
  errmsg: string
}

/** The body for `errcode`, with the request id that WeChat appends to the message. */
export const errorAnswer = (errcode: ErrorCode, rid: string): ErrorAnswer => ({
  errcode,
  errmsg: `${ERROR_MESSAGES[errcode]}, rid: ${rid}`,
})

/** What endpoints begin a successful answer with, code2Session and the token endpoints excepted. */
export const OK = { errcode: 0, errmsg: 'ok' } as const
