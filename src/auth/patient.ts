import { PATIENCE_MS, withDeadline, type Clock } from '../baas/clock'
import { BaasError, CODE } from '../baas/errors'
import type { Wechat } from '../baas/wechat'

/** WeChat that always answers: a wx.login that hangs is a timeout (601), so no flight hangs with it. */
export const patient = (wechat: Wechat, clock: Clock): Wechat => ({
  libVersion: wechat.libVersion,
  loginCode: () =>
    withDeadline(
      clock,
      PATIENCE_MS,
      wechat.loginCode(),
      () => new BaasError(CODE.requestTimeout, { serverMessage: 'wx.login does not answer' }),
    ),
})
