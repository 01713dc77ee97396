import type { Activity } from '../logic/activity'
import type { UpdateListeners } from './update-performance'
import type { Framework } from '../ports'
import { reportFirstIntersection } from './first-intersection'
import type { PageIdentities } from './page-identity'
import type { createPageRouters } from './page-routers'

/** What the host finds for a page or component. */
interface Hosted {
  query: (instance: object) => object
  tabBar: (instance: object) => object | null
  listen: UpdateListeners['set']
  pageOf: PageIdentities['of']
  routerFrom: ReturnType<typeof createPageRouters>
}

type Task = (() => void) | undefined

/** Members of pages and components that a mini-program may call and the simulator has not (typings Component.InstanceMethods). */
const UNSIMULATED: readonly string[] = [
  ...['applyAnimatedStyle', 'clearAnimatedStyle', 'getAppBar'],
  ...['setPassiveEvent', 'setInitialRenderingCache', 'renderPage', 'createCanvasContext'],
]

/** Adds members that are found when they are asked for; a page or component may have members of its own by these names. */
const addFound = (
  prototype: object,
  found: Readonly<Record<string, (of: object) => unknown>>,
): void => {
  for (const [name, find] of Object.entries(found)) {
    Object.defineProperty(prototype, name, {
      get(this: object) {
        return find(this)
      },
      set(this: object, value: unknown) {
        const shape = { value, writable: true, enumerable: true, configurable: true }
        Object.defineProperty(this, name, shape)
      },
    })
  }
}

/**
 * Adds to pages and components what the framework leaves to its host (typings Component.InstanceMethods):
 * key-frame animations, which show nothing and end in time, selector queries, their page and their routers (API
 * reference "Router"). `__wxWebviewId__` is in no document: libraries distinguish pages by it. What is not simulated
 * throws by its name.
 */
export const completeInstances = (
  { adapter }: Framework,
  { after }: Pick<Activity, 'after'>,
  { query, tabBar, listen, pageOf, routerFrom }: Hosted,
): void => {
  const prototype = adapter.component.ComponentCaller.prototype as unknown as Record<
    string,
    unknown
  >
  // A mini-program may write a component as JSON: the framework behind it is no part of that.
  Object.defineProperty(prototype, '_$', {
    set(this: object, value: unknown) {
      Object.defineProperty(this, '_$', { value, writable: true })
    },
  })
  addFound(prototype, {
    router: (of) => routerFrom('is' in of ? String(of.is) : ''),
    pageRouter: (of) => routerFrom(pageOf(of)?.path ?? ''),
    __wxWebviewId__: (of) => pageOf(of)?.number,
  })
  const missing = UNSIMULATED.map((name): [string, () => never] => [
    name,
    () => {
      throw new Error(`${name} is not simulated.`)
    },
  ])
  Object.assign(prototype, Object.fromEntries(missing), {
    animate: (_selector: string, _frames: unknown, duration: unknown, callback: Task) => {
      if (typeof duration === 'number') after(duration, 'animate', () => callback?.())
    },
    clearAnimation: (_selector: string, options: unknown, callback: Task) => {
      const given = typeof options === 'function' ? (options as Task) : callback
      after(0, 'clearAnimation', () => given?.())
    },
    createIntersectionObserver: reportFirstIntersection(
      prototype['createIntersectionObserver'] as Parameters<typeof reportFirstIntersection>[0],
    ),
    renderer: 'webview',
    setUpdatePerformanceListener(this: object, ...given: [object | null, (() => void)?]) {
      const [options, told] = given
      listen(this, options, told)
    },
    getTabBar(this: object, callback?: (bar: object | null) => void) {
      const bar = tabBar(this)
      callback?.(bar)
      return bar
    },
    getPageId(this: object) {
      return `pageId:${String(pageOf(this)?.number)}`
    },
    getOpenerEventChannel(this: object) {
      return pageOf(this)?.channel
    },
    createSelectorQuery(this: object) {
      return query(this)
    },
  })
}
