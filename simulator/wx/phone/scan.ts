import { asyncApi, WxFailure } from '../call'
import { textOf } from '../files/encodings'
import type { WxPorts } from '../ports'

type Result = WechatMiniprogram.ScanCodeSuccessCallbackResult

/** What is looked for when the app does not say (typings ScanCodeOption, API scanCode). */
const ANY_CODE = ['barCode', 'qrCode', 'wxCode'] as const

/**
 * `wx.scanCode` (typings): WeChat's scanner covers the page until the person has held a code before it, whose text,
 * kind and, for a code of this mini-program, path the app gets; or until they leave it.
 */
export const createScan = (ports: WxPorts) => {
  const { person, cover } = ports
  return {
    scanCode: asyncApi<WechatMiniprogram.ScanCodeOption, Result | Omit<Result, 'path'>>(
      ports,
      'scanCode',
      async ({ scanType = [...ANY_CODE], onlyFromCamera }) => {
        const uncover = cover()
        const shows = { scanType: [...scanType], onlyFromCamera: onlyFromCamera === true }
        const reply = await person.answer('scanCode', shows)
        uncover()
        if (reply.kind === 'cancel') throw new WxFailure('cancel')
        const { result, codeType = 'QR_CODE', path } = reply
        return {
          result,
          scanType: codeType,
          charSet: 'utf-8',
          rawData: textOf(new TextEncoder().encode(result), 'base64'),
          ...(path === undefined ? {} : { path }),
        }
      },
    ),
  }
}
