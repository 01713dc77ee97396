import { asyncApi, WxFailure } from '../call'
import type { WxPorts } from '../ports'
import type { PhoneFiles } from '../files/files'
import { normal } from '../files/places'

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

/**
 * `wx.getImageInfo` (typings getImageInfo). Pictures of the network are always there; those of the phone and of the
 * package are files, or not found. A path of the package counts from its root or from the page on screen.
 */
export const createImageInfo = (ports: WxPorts, files: Pick<PhoneFiles, 'local'>) => {
  const isThere = (src: string) => {
    if (/^(http:\/\/(tmp|usr)\/|wxfile:)/.test(src)) return files.local(src) !== undefined
    if (/^(\w+:|\/\/)/.test(src)) return true
    const packaged = ports.packaged.list()
    const route = String(ports.page()?.['route'] ?? '')
    const places = src.startsWith('/') ? [src] : [src, `${route}/../${src}`]
    return places.some((place) => packaged.includes(normal(place) ?? ''))
  }
  const getImageInfo = asyncApi<Option, Result>(ports, 'getImageInfo', ({ src }) => {
    if (typeof src !== 'string' || src === '') {
      throw new WxFailure('parameter error: parameter.src should be String')
    }
    if (!isThere(src)) throw new WxFailure('file not found')
    return {
      width: SIDE,
      height: SIDE,
      path: src.replace(/^\//, ''),
      orientation: 'up',
      type: typeOf(src),
    }
  })
  return { getImageInfo }
}
