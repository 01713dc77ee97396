import type { WxPorts } from '../ports'

/** Queries of the page on screen; the component framework answers them (typings createSelectorQuery). */
export const createSelectorQueries = ({ page }: WxPorts) => {
  const ofPage = (name: string) => () => {
    const method = page()?.[name]
    if (typeof method !== 'function') throw new Error(`wx.${name}: no page is open.`)
    return Reflect.apply(method, page(), []) as object
  }
  return {
    createSelectorQuery: ofPage('createSelectorQuery'),
    createIntersectionObserver: ofPage('createIntersectionObserver'),
  }
}
