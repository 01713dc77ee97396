import { isTab, type AppConfig } from '../app/app-config'
import { createEventChannel, type EventChannel } from './event-channel'
import { definePage, type Page, type PageParts } from './page'
import { createPageStack } from './page-stack'
import { targetOf, type Move } from './route-target'

/** A change of page. */
interface Route {
  /** The same for all steps of one change. */
  id: number
  openType: Move | 'appLaunch' | 'navigateBack'
  path: string
  query: Page['query']
}

/** The step before anything changes. */
interface RouteBefore extends Route {
  moment: 'before'
  /** That of the page; undefined where it is yet to be opened. */
  number: number | undefined
}

/** The page is shown, or its first render is done. */
interface RouteAfter extends Route {
  moment: 'shown' | 'done'
  number: number
}

/** What follows the changes of page. */
interface RouteListener {
  /** Called before a page is created. */
  opening: (path: string) => void
  /** Called when another page is on screen, before its `onShow`. */
  showing: () => void
  /** Called at every step of every change of page. */
  route: (event: RouteBefore | RouteAfter) => void
}

/** The page stack. */
export interface Router {
  /** Bottom first; the last one is on screen. */
  readonly stack: readonly Page[]
  /** The page on screen; undefined while none is open. */
  current: () => Page | undefined
  /**
   * Opens a page; returns the channel to it for a `navigateTo`, whose `events` it may call. Throws where WeChat
   * refuses; the message is what follows `navigateTo:fail `.
   */
  go: (
    move: Move,
    url: string,
    events?: Readonly<Record<string, unknown>>,
  ) => EventChannel | undefined
  /** Closes `delta` pages, one for what is no number, all but the first when there are fewer. Throws on the first page. */
  back: (delta: number) => void
  /** Connects the one listener of the router; another takes its place. */
  connect: (listener: RouteListener) => void
  /** Unloads everything, without life cycles of what would come next. */
  clear: () => void
}

const UNCONNECTED: RouteListener = {
  opening: () => undefined,
  showing: () => undefined,
  route: () => undefined,
}

/**
 * Creates the router. Life-cycle order: WeChat's guide "page route" and its table for tab pages.
 * A tab page stays loaded until everything is relaunched; every other page is unloaded when left behind.
 */
export const createRouter = (config: AppConfig, parts: PageParts): Router => {
  const inTabBar = (path: string) => isTab(config, path)
  const stack = createPageStack(parts, inTabBar)
  const { current } = stack
  let listener = UNCONNECTED
  let routes = 0

  const show = (page: Page | undefined, openType: Route['openType']) => {
    listener.showing()
    if (page === undefined) return
    page.show()
    const { path, query, number } = page
    const route = { id: routes, openType, path, query, number }
    listener.route({ ...route, moment: 'shown' })
    page.endRoute(() => listener.route({ ...route, moment: 'done' }))
  }

  const beginRoute = (
    openType: Route['openType'],
    path: string,
    query: Page['query'],
    number?: number,
  ) => {
    routes += 1
    listener.route({ id: routes, openType, path, query, number, moment: 'before' })
  }

  const switchTab = (path: string) => {
    const leaving = current()
    const known = stack.tabPage(path)
    if (leaving !== undefined && leaving === known) return
    beginRoute('switchTab', path, {}, known?.number)
    stack.unload(stack.pages.filter((page) => !inTabBar(page.path)))
    if (leaving !== undefined && inTabBar(leaving.path)) leaving.hide()
    if (known !== undefined) stack.keepOnly(known)
    show(known ?? stack.open([], path, {}), 'switchTab')
  }

  const go: Router['go'] = (move, url, events = {}) => {
    const place = { current: current()?.path ?? '', pages: stack.pages.length }
    const { path, query } = targetOf(config, move, url, place)
    // Before any page leaves the screen: a page that cannot be opened replaces none.
    listener.opening(path)
    definePage(parts.space, path)
    if (move === 'switchTab') {
      switchTab(path)
      return undefined
    }
    const openType = routes === 0 ? 'appLaunch' : move
    beginRoute(openType, path, query)
    if (move === 'navigateTo') current()?.hide()
    if (move === 'redirectTo') stack.pop(1)
    if (move === 'reLaunch') stack.clear()
    const channel =
      move === 'navigateTo' ? createEventChannel(parts.activity.guard, events) : undefined
    show(stack.open(stack.pages, path, query, channel?.opened), openType)
    return channel?.opener
  }

  const back = (delta: number) => {
    const { pages } = stack
    const wanted = Math.trunc(delta) || 1
    const steps = Math.min(Math.max(wanted, 1), pages.length - 1)
    if (steps === 0) throw new Error('cannot navigate back at first page.')
    const below = pages[pages.length - 1 - steps]
    if (below !== undefined) beginRoute('navigateBack', below.path, below.query, below.number)
    stack.pop(steps)
    show(current(), 'navigateBack')
  }

  return {
    get stack() {
      return stack.pages
    },
    current,
    go,
    back,
    connect: (wanted) => {
      listener = wanted
    },
    clear: stack.clear,
  }
}
