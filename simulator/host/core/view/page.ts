import type { AssociatedBackend } from 'glass-easel-miniprogram-adapter'
import type { GeneralComponent } from 'glass-easel'
import type { Activity } from '../logic/activity'
import type { ComponentSpace } from './component-space'
import type { EventChannel } from './event-channel'
import type { LoadImages } from './images'
import type { Realm } from '../ports'
import type { PageIdentities } from './page-identity'
import { addressOf } from './paths'
import { pageStyles, type PageStyles } from './style-isolation'
import type { TabBars } from './tab-bars'
import { readyComponents } from './tree'

/** What the bundle sees as a page: the object with `route`, `data`, `setData` and its own methods. */
type PageInstance = Record<string, unknown>

/** One page on the stack. */
export interface Page {
  readonly path: string
  /** Counts the pages of the launch. */
  readonly number: number
  readonly query: Readonly<Record<string, string>>
  readonly instance: PageInstance
  readonly component: GeneralComponent
  /** The page, and the tab bar of the mini-program's own if it has one. */
  readonly roots: readonly GeneralComponent[]
  /** The element of the document that holds the page. */
  readonly container: HTMLElement
  /** Attaches the components and calls `onLoad`. The page is on the stack by then. */
  load: () => void
  /** Puts the page on screen and calls `onShow`. */
  show: () => void
  /** Ends a change to this page: `onRouteDone` and `done` are called after the first render (typings onRouteDone). */
  endRoute: (done: () => void) => void
  /** Takes the page off the screen and calls `onHide`. */
  hide: () => void
  /** Calls `onUnload` and detaches the page. */
  unload: () => void
  /** Catches up with what setData brought: new components become ready, new images load. */
  rendered: () => void
  /** Which stylesheets apply to it, as far as its components are defined by now. */
  styles: () => PageStyles
  /** Calls a page event such as `onPullDownRefresh`; nothing happens when the page has no such method. */
  call: (method: string, argument?: unknown) => unknown
}

/** What opening a page needs. */
export interface PageParts {
  space: ComponentSpace
  backend: AssociatedBackend
  realm: Realm
  activity: Activity
  document: Document
  loadImages: LoadImages
  /** Loads the advertisements of a page that are new. */
  loadAds: (page: GeneralComponent) => void
  /** Puts the tab bar of the mini-program's own into a page; undefined where there is none. */
  tabBars: TabBars
  identities: PageIdentities
}

/** Runs the script of a page, once. Throws where the script registers none: then there is nothing to open. */
export const definePage = (space: PageParts['space'], path: string): void => {
  space.define(path)
  if (space.has(path)) return
  throw new Error(
    `Page "${path}" is not registered: its script calls neither Page() nor Component().`,
  )
}

/**
 * Creates a defined page in WeChat's order: components are created; on `load` attached, then `onLoad`; `onShow`
 * follows by the router, `onReady` after the first render. `channel` leads to the page that opened it by
 * navigateTo.
 */
export const openPage = (
  {
    space,
    backend,
    realm,
    activity,
    document,
    loadImages,
    loadAds,
    tabBars,
    identities,
  }: PageParts,
  path: string,
  query: Readonly<Record<string, string>>,
  channel?: EventChannel,
): Page => {
  const container = document.createElement('div')
  container.setAttribute('data-page', path)
  const placeholder = container.appendChild(document.createElement('div'))
  document.body.appendChild(container)

  const root = backend.createRoot('wx-page', space.codeSpace, addressOf(path, query))
  const component = root.getComponent()
  const instance = root.get() as unknown as PageInstance
  Object.assign(instance, {
    route: path,
    __route__: path,
    options: realm.adopt(query),
  })

  const tabBar = tabBars.put(path, component, container)
  const roots = tabBar === undefined ? [component] : [component, tabBar.component]
  const number = identities.add(roots, { path, channel: channel ?? realm.adopt({}) })

  const call = (method: string, argument?: unknown) => {
    const handler = instance[method]
    if (typeof handler !== 'function') return undefined
    return activity.guard(`${path} ${method}`, () =>
      Reflect.apply(handler, instance, argument === undefined ? [] : [realm.adopt(argument)]),
    )
  }

  const load = () => {
    root.attach(
      container as unknown as Parameters<typeof root.attach>[0],
      placeholder as unknown as Parameters<typeof root.attach>[1],
    )
    tabBar?.attach()
    call('onLoad', query)
  }

  let stage: 'loaded' | 'ready' | 'unloaded' = 'loaded'
  const rendered = () => {
    if (stage !== 'ready') return
    for (const part of roots) {
      readyComponents(part)
      loadImages(part, path)
      loadAds(part)
    }
  }
  const becomeReady = () => {
    if (stage !== 'loaded') return
    stage = 'ready'
    rendered()
    call('onReady')
  }

  return {
    path,
    number,
    query,
    instance,
    component,
    roots,
    container,
    call,
    load,
    rendered,
    styles: () => {
      const used = roots.flatMap((part) => [
        part.is,
        ...[...part.getRootBehavior().getComponentDependencies()].map(({ is }) => is),
      ])
      return pageStyles(space.codeSpace, path, used)
    },
    show: () => {
      container.hidden = false
      call('onShow')
      for (const part of roots) part.triggerPageLifetime('show', [])
      if (stage === 'loaded') activity.after(0, `${path} first render`, becomeReady)
    },
    endRoute: (done) =>
      void activity.after(0, `${path} end of its route`, () => {
        if (stage === 'unloaded' || container.hidden) return
        call('onRouteDone')
        for (const part of roots) part.triggerPageLifetime('routeDone', [])
        done()
      }),
    hide: () => {
      call('onHide')
      for (const part of roots) part.triggerPageLifetime('hide', [])
      container.hidden = true
    },
    unload: () => {
      stage = 'unloaded'
      call('onUnload')
      root.release()
      tabBar?.release()
      container.remove()
    },
  }
}
