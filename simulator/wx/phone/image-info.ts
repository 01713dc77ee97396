import { asyncApi, WxFailure } from '../call'
import type { WxPorts } from '../ports'
import type { PhoneFiles } from '../files/files'

type Option = WechatMiniprogram.GetImageInfoOption
type Result = WechatMiniprogram.GetImageInfoSuccessCallbackResult

/** Width and height of every picture, as an `image` reports them: nothing is decoded. */
const SIDE = 100

const TYPES: Readonly<Record<string, Result['type']>> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  gif: 'gif',
  tiff: 'tiff',
}

const typeOf = (path: string): Result['type'] =>
  TYPES[/\.(\w+)(?:\?|$)/.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'unknown'

/** `wx.getImageInfo` (typings getImageInfo): a picture of the network or of this launch gets a path of its own. */
export const createImageInfo = (ports: WxPorts, files: Pick<PhoneFiles, 'local'>) => ({
  getImageInfo: asyncApi<Option, Result>(ports, 'getImageInfo', ({ src }) => {
    if (typeof src !== 'string' || src === '')
      throw new WxFailure('parameter error: parameter.src should be String')
    const isLost = /^(http:\/\/(tmp|usr)\/|wxfile:)/.test(src) && files.local(src) === undefined
    if (isLost) throw new WxFailure('file not found')
    return {
      width: SIDE,
      height: SIDE,
      path: src.replace(/^\//, ''),
      orientation: 'up',
      type: typeOf(src),
    }
  }),
})
