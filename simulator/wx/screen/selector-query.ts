import type { WxPorts } from '../ports'

type Instance = Readonly<Record<string, unknown>>

/** Queries and observers of the page on screen, or of the component given; the host answers them (typings createSelectorQuery). */
export const createSelectorQueries = ({ page }: WxPorts) => {
  const of = (name: string, component: unknown, given: readonly unknown[]): object => {
    const instance = (component ?? page()) as Instance | undefined
    const method = instance?.[name]
    if (typeof method !== 'function') throw new Error(`wx.${name}: no page is open.`)
    return Reflect.apply(method, instance, given) as object
  }
  return {
    createSelectorQuery: () =>
      page() === undefined
        ? // While the first page is created: its components query themselves.
          { in: (component: object) => of('createSelectorQuery', component, []) }
        : of('createSelectorQuery', undefined, []),
    createIntersectionObserver: (component?: object, options?: object) =>
      of('createIntersectionObserver', component, options === undefined ? [] : [options]),
  }
}
