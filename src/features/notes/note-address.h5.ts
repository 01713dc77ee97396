import { PAGES } from '../navigation/routes'

/** A link that anyone can open in a browser. */
export const noteAddress = (query: string): string | null =>
  `${window.location.href.replace(/#.*$/, '')}#/${PAGES.note}?${query}`
