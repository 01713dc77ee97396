import { asyncApi, requireText, WxFailure } from '../call'
import type { WxPorts } from '../ports'

/** What every payment has to say, as texts (typings RequestPaymentOption). */
const NEEDED = ['timeStamp', 'nonceStr', 'package', 'paySign'] as const

/**
 * `wx.requestPayment`: the person pays, leaves, or payment fails with WeChat Pay's words (WeChat Pay's documents "小程序调起支付").
 * Nothing is paid, no signature is checked, and no server is notified of the payment.
 */
export const createPayment = (ports: WxPorts) => ({
  requestPayment: asyncApi<
    WechatMiniprogram.RequestPaymentOption,
    WechatMiniprogram.GeneralCallbackResult
  >(ports, 'requestPayment', async (option) => {
    for (const name of NEEDED) requireText(name, option[name])
    const reply = await ports.person.answer('payment', { package: option.package })
    if (reply.kind === 'cancel') throw new WxFailure('cancel')
    if (reply.kind === 'fail') throw new WxFailure(reply.detail)
    return {}
  }),
})
