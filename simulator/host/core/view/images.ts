import type { Element } from 'glass-easel'
import { attribute } from '../controls/controls'
import type { Dispatch } from './events'
import { resolvePath } from './paths'
import type { Files } from '../ports'
import { descendants, tagOf } from './tree'

/** Fires `load` or `error` on the images of a page whose `src` is new. */
export type LoadImages = (page: Element, path: string) => void

/** Whether a picture comes from elsewhere than the package. */
export const isRemote = (src: string): boolean => /^(https?:|wxfile:|data:|blob:|\/\/)/.test(src)

/**
 * Images as WeChat loads them: a file of the package is there or not; anything from the network is taken as there
 * (component reference "image": bindload, binderror).
 */
export const createImages = (files: Files, dispatch: Dispatch): LoadImages => {
  const seen = new WeakMap<Element, unknown>()
  const packaged = new Set(files.list())
  return (page, path) => {
    for (const image of descendants(page)) {
      if (tagOf(image) !== 'image') continue
      const src = attribute(image, 'src')
      if (seen.get(image) === src) continue
      seen.set(image, src)
      if (typeof src !== 'string') continue
      if (isRemote(src) || packaged.has(resolvePath(path, src))) {
        dispatch(image, 'load', { width: 100, height: 100 })
      } else {
        dispatch(image, 'error', { errMsg: `GET ${src} 404 (Not Found)` })
      }
    }
  }
}
