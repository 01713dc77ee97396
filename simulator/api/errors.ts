/**
 * WeChat's error answers: errcode → errmsg, as the endpoint pages and the global return code table
 * (全局返回码) write them. 40163 is missing there and widely seen (WeChat rules 1.5).
 */
export const errorMessages = {
  40002: 'invalid grant_type',
  40013: 'invalid appid',
  40029: 'invalid code',
  40066: 'invalid url',
  40125: 'invalid appsecret',
  40163: 'code been used',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
} as const

/** An errcode this face of WeChat can answer with. */
export type ErrorCode = keyof typeof errorMessages

/** The body of every refusal. */
export type ErrorAnswer = { errcode: ErrorCode; errmsg: string }

/** The body for `errcode`, with the request id that WeChat appends to the message. */
export const errorAnswer = (errcode: ErrorCode, rid: string): ErrorAnswer => ({
  errcode,
  errmsg: `${errorMessages[errcode]}, rid: ${rid}`,
})
