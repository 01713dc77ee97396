import type { EnginePage } from '../../../scripts/browser/engine-page'

/** Scrolls a node of the phone, as a finger would: the page itself without an id. */
export const scroll = (page: EnginePage, id: string, top: number) =>
  page.evaluate(
    (wanted: string, to: number) => {
      const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
      const selector = wanted === '' ? '[data-page]:not([hidden])' : `[id="${wanted}"]`
      const node = phone?.contentDocument?.querySelector(selector)
      if (!node) throw new Error('There is nothing to scroll.')
      node.scrollTop = to
    },
    id,
    top,
  )
