import type { Activity } from '../logic/activity'
import type { UpdateListeners } from './update-performance'
import type { Framework } from '../ports'
import { reportFirstIntersection } from './first-intersection'

/** What the host finds for a page or component. */
interface Hosted {
  query(face: object): object
  tabBar(face: object): object | null
  listen: UpdateListeners['set']
}

type Task = (() => void) | undefined

/** Members of pages and components that a mini-program may call and the simulator has not (typings Component.InstanceMethods). */
const UNSIMULATED: readonly string[] = [
  ...['applyAnimatedStyle', 'clearAnimatedStyle', 'getAppBar'],
  ...['setPassiveEvent', 'setInitialRenderingCache', 'renderPage', 'createCanvasContext'],
]

/**
 * Adds to pages and components what the framework leaves to its host (typings Component.InstanceMethods):
 * key-frame animations, which show nothing and end in time, and selector queries. What is not simulated throws by
 * its name.
 */
export const completeFaces = (
  { adapter }: Framework,
  { after }: Pick<Activity, 'after'>,
  { query, tabBar, listen }: Hosted,
): void => {
  const face = adapter.component.ComponentCaller.prototype as unknown as Record<string, unknown>
  // A mini-program may write a component as JSON: the framework behind it is no part of that.
  Object.defineProperty(face, '_$', {
    set(this: object, value: unknown) {
      Object.defineProperty(this, '_$', { value, writable: true })
    },
  })
  const missing = UNSIMULATED.map((name): [string, () => never] => [
    name,
    () => {
      throw new Error(`${name} is not simulated.`)
    },
  ])
  Object.assign(face, Object.fromEntries(missing), {
    animate: (_selector: string, _frames: unknown, duration: unknown, callback: Task) => {
      if (typeof duration === 'number') after(duration, 'animate', () => callback?.())
    },
    clearAnimation: (_selector: string, options: unknown, callback: Task) => {
      const given = typeof options === 'function' ? (options as Task) : callback
      after(0, 'clearAnimation', () => given?.())
    },
    createIntersectionObserver: reportFirstIntersection(
      face['createIntersectionObserver'] as Parameters<typeof reportFirstIntersection>[0],
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
    createSelectorQuery(this: object) {
      return query(this)
    },
  })
}
