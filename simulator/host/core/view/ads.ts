import type { Element } from 'glass-easel'
import { NO_AD } from '../../../wx/app/ads'
import type { Dispatch } from './events'
import { descendants, tagOf } from './tree'

/**
 * Creates what loads the advertisements of a page (component reference "ad", binderror): each reports once that there is
 * none.
 */
export const createAdLoader = (dispatch: Dispatch): ((page: Element) => void) => {
  const seen = new WeakSet<Element>()
  return (page) => {
    for (const element of descendants(page)) {
      if (!['ad', 'ad-custom'].includes(tagOf(element) ?? '') || seen.has(element)) continue
      seen.add(element)
      dispatch(element, 'error', NO_AD)
    }
  }
}
