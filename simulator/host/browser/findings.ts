import type { Audit } from '../core/audit/audit'
import { pictureFindings, type Picture } from '../core/audit/pictures'

const picturesIn = (document: Document): readonly Picture[] =>
  [...document.querySelectorAll<HTMLElement>('[data-page]:not([hidden]) wx-image')].flatMap(
    (image) => {
      const drawn = image.shadowRoot?.querySelector('img')
      if (!drawn || drawn.hidden || drawn.naturalWidth === 0) return []
      const src = image.getAttribute('src') ?? ''
      const natural = { width: drawn.naturalWidth, height: drawn.naturalHeight }
      const shown = { width: image.clientWidth, height: image.clientHeight }
      const mode = image.getAttribute('mode') ?? 'scaleToFill'
      return [{ src, natural, shown, stretched: mode === 'scaleToFill' }]
    },
  )

/** What WeChat's Audits panel would find fault with, on the pages that were shown so far. */
export interface Findings {
  look: () => void
  list: () => readonly string[]
}

/** Collects the findings of a run; only here, where pages are laid out, are those about pictures known. */
export const createFindings = (
  document: Document,
  audit: () => Audit,
  pixelRatio: number,
): Findings => {
  const pictures = new Set<string>()
  let others: readonly string[] = []
  return {
    look: () => {
      for (const line of pictureFindings(picturesIn(document), pixelRatio)) pictures.add(line)
      const { findings, requests } = audit()
      others = [...findings, ...requests]
    },
    list: () => [...others, ...pictures],
  }
}
