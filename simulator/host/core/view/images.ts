import type { Element } from 'glass-easel'
import { attribute } from '../controls/controls'
import type { Dispatch } from './events'
import { resolvePath } from './paths'
import type { Device } from '../../../wx/phone/device'
import type { Registration } from '../../../wx/ports'
import { supports } from '../../../wx/versions'
import type { Files } from '../ports'
import { descendants, tagOf } from './tree'

/** Fires `load` or `error` on the images of a page whose `src` is new. */
export type LoadImages = (page: Element, path: string) => void

/** Whether a picture comes from elsewhere than the package. */
export const isRemote = (src: string): boolean => /^(https?:|wxfile:|data:|blob:|\/\/)/.test(src)

/**
 * Which pictures WeChat does not load although they may be there: those of http addresses in develop and trial
 * versions, since base library 3.8.7 (docs/wechat.md 7.10). The temporary files of a phone are called
 * `http://tmp/`.
 */
export const refusesPicture = (
  { libVersion }: Pick<Device, 'libVersion'>,
  { version }: Pick<Registration, 'version'>,
): ((src: string) => boolean) => {
  const refuses = version !== 'release' && supports(libVersion, '3.8.7')
  return (src) => refuses && src.startsWith('http:') && !src.startsWith('http://tmp/')
}

/**
 * Images as WeChat loads them: a file of the package is there or not; anything from the network is taken as there
 * (component reference "image": bindload, binderror).
 */
export const createImages = (
  files: Files,
  dispatch: Dispatch,
  refuses: (src: string) => boolean,
): LoadImages => {
  const seen = new WeakMap<Element, unknown>()
  const packaged = new Set(files.list())
  return (page, path) => {
    for (const image of descendants(page)) {
      if (tagOf(image) !== 'image') continue
      const src = attribute(image, 'src')
      if (seen.get(image) === src) continue
      seen.set(image, src)
      if (typeof src !== 'string') continue
      if (refuses(src)) {
        dispatch(image, 'error', { errMsg: `GET ${src} refused: not https` })
      } else if (isRemote(src) || packaged.has(resolvePath(path, src))) {
        dispatch(image, 'load', { width: 100, height: 100 })
      } else {
        dispatch(image, 'error', { errMsg: `GET ${src} 404 (Not Found)` })
      }
    }
  }
}
