import { failureOf } from '../../../src/auth/failure'
import { wechatError } from '../../../src/baas/wechat-errors'

/** docs/wechat.md 5.9: every spelling of a no that WeChat is known to use. */
const SAID: ReadonlyArray<
  readonly [errMsg: string, errno: number | undefined, code: number, kind: string]
> = [
  ['getPhoneNumber:fail user deny', undefined, 603, 'refused'],
  ['getPhoneNumber:fail:user deny', undefined, 603, 'refused'],
  ['getPhoneNumber:fail:user cancel', undefined, 603, 'refused'],
  ['getUserProfile:fail auth deny', undefined, 603, 'refused'],
  ['getUserProfile:fail auth denied', undefined, 603, 'refused'],
  ['requirePrivacyAuthorize:fail privacy permission is not authorized', 104, 603, 'refused'],
  [
    'chooseAvatar:fail privacy permission is not authorized or buttonId is wrong',
    104,
    603,
    'refused',
  ],
  ['getPhoneNumber:fail', 103, 603, 'refused'],
  ['chooseMedia:fail', 104, 603, 'refused'],
  [
    'getUserProfile:fail api scope is not declared in the privacy agreement',
    112,
    611,
    'undeclared',
  ],
  ['getPhoneNumber:fail', 112, 611, 'undeclared'],
  ['getPhoneNumber:fail no permission', undefined, 611, 'unsupported'],
  ['getPhoneNumber:fail', 1400001, 402, 'quota'],
  ['getUserProfile:fail can only be invoked by user TAP gesture.', undefined, 605, 'unexpected'],
  ['getUserProfile:fail desc length does not meet the requirements', undefined, 605, 'unexpected'],
  ['login:fail timeout', undefined, 601, 'timeout'],
  ['chooseAvatar:fail timeout', undefined, 601, 'timeout'],
  ['reviewNickname:fail upload nickname timeout', undefined, 601, 'timeout'],
  ['request:fail timeout', 5, 601, 'timeout'],
  ['request:fail interrupted', undefined, 600, 'offline'],
  ['request:fail ', undefined, 600, 'offline'],
  ['request:fail errcode:-105 cronet_error_code:-105', 600001, 600, 'offline'],
  ['uploadFile:fail interrupted', undefined, 600, 'offline'],
  ['login:fail net::ERR_INTERNET_DISCONNECTED', undefined, 600, 'offline'],
  ['login:fail request:fail -2:net::ERR_FAILED', undefined, 600, 'offline'],
  ['getUserProfile:fail:network error', undefined, 600, 'offline'],
  ['login:fail system error', undefined, 498, 'wechat'],
  ['getUserProfile:fail jsapi invalid request data', undefined, 498, 'wechat'],
  ['getPhoneNumber:fail jsapi invalid request data', undefined, 498, 'wechat'],
  ['login:fail internal error', undefined, 498, 'wechat'],
  ['chooseAvatar:fail invalid data', undefined, 498, 'wechat'],
]

describe("WeChat's way of saying no", () => {
  it.each(SAID)('the WeChat error %s (errno %s) is code %i: %s', (errMsg, errno, code, kind) => {
    const error = wechatError(errno === undefined ? { errMsg } : { errMsg, errno })
    expect(error).toMatchObject({ code, serverMessage: errMsg })
    expect(failureOf(error).kind).toBe(kind)
  })

  // docs/protocol.md 9.13
  it('a failed wx.login is not a timeout, and keeps what WeChat said', () => {
    const error = wechatError({ errMsg: 'login:fail system error' })
    expect(error).toMatchObject({ code: 498, serverMessage: 'login:fail system error' })
  })

  it('a WeChat error keeps no query string and no flood', () => {
    const long = `request:fail https://a.b/c?token=secret ${'x'.repeat(500)}`
    const { serverMessage } = wechatError({ errMsg: long })
    expect(serverMessage).not.toContain('secret')
    expect(serverMessage.length).toBeLessThanOrEqual(200)
  })

  it.each([undefined, null, 'text', 7, {}, new Error('boom')])(
    'a WeChat error is made of anything (%p)',
    (reason) => {
      expect(wechatError(reason)).toMatchObject({ name: 'BaasError', code: 498 })
    },
  )

  it('an error that is already one of ours is left as it is', () => {
    const error = wechatError({ errMsg: 'login:fail timeout' })
    expect(wechatError(error)).toBe(error)
  })
})
