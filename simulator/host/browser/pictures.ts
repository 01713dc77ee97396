import { isRemote } from '../core/view/images'
import { resolvePath } from '../core/view/paths'

/** The path of a picture from the bundle's root, where a page names one of the bundle; any other address as it is. */
export const pathOfPicture = (src: string, page: string): string => {
  // Since base library 3.8.10 (release log).
  if (src.startsWith('//')) return `https:${src}`
  return isRemote(src) ? src : `/${resolvePath(page, src)}`
}
