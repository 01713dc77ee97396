const IP = /invalid ip:?\s*([\d.:a-f]+)?/i
const KEY = /PEM|DECODER|no start line|asn1|invalid signature|private ?key|-10007\b/i
const NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|socket hang up|certificate|network/i
const VERSION = /version.*(invalid|format)|invalid version/i
const SIZE = /max size limit|exceed|-80051\b|80058\b/i

const SECRET = /-----BEGIN[^]*?(-----END[A-Z ]*-----|$)/g
const CONSOLE = 'mp.weixin.qq.com, 开发管理 > 开发设置 > 小程序代码上传'

/** What miniprogram-ci failed with, as one sentence that says what to do. What looks like a key is left out. */
export const failureSentence = (error: unknown): string => {
  const told = (error instanceof Error ? error.message : String(error)).replace(SECRET, '[key]')
  const ip = IP.exec(told)
  if (ip !== null) {
    return `WeChat takes no upload from this IP address${ip[1] === undefined ? '' : ` (${ip[1]})`}: add it to IP白名单 at ${CONSOLE}, or switch the list off there.`
  }
  if (KEY.test(told)) {
    return `WeChat does not take this key: it has to be the one of this AppID, and the newest one. Make another at ${CONSOLE}.`
  }
  if (NETWORK.test(told)) {
    return 'WeChat was not reached (servicewechat.com): look at the network, or at a proxy in HTTPS_PROXY, and try again.'
  }
  if (SIZE.test(told)) return `A package is too large for WeChat: ${told}`
  if (VERSION.test(told)) return `WeChat does not take this version; write it like 1.2.0: ${told}`
  return `miniprogram-ci failed: ${told}`
}
