import { elementOf } from './plain-event'
import { topOf } from './tree'

/** What distinguishes a page from all others of the launch, for itself and for the components in it. */
interface PageIdentity {
  readonly number: number
  readonly path: string
  /** The channel to the page that opened it, or an empty object. */
  readonly channel: object
}

/** The pages that were opened, by the nodes on top of them (typings Component.InstanceMethods). */
export interface PageIdentities {
  /** Numbers a page, which owns `roots`: its own component and its tab bar's. Returns the number. */
  add: (roots: readonly object[], page: Omit<PageIdentity, 'number'>) => number
  /** The page that a page or component is in; undefined before it is in one. */
  of: (instance: object) => PageIdentity | undefined
}

/** Creates the register; numbers count up, so that two pages of one path differ. */
export const createPageIdentities = (): PageIdentities => {
  const known = new WeakMap<object, PageIdentity>()
  let last = 0
  return {
    add: (roots, page) => {
      last += 1
      for (const root of roots) known.set(root, { ...page, number: last })
      return last
    },
    of: (instance) => known.get(topOf(elementOf(instance))),
  }
}
