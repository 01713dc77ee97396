import { isTab, type AppConfig } from '../app/app-config'
import { createEventChannel, type EventChannel } from './event-channel'
import { definePage, openPage, type Page, type PageParts } from './page'
import { parseUrl } from './paths'

/** The calls that open a page by its URL. */
type Move = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch'

/** A step of a change of page: before it, when the page is shown, and when its first render is done. */
interface RouteEvent {
  moment: 'before' | 'shown' | 'done'
  /** The same for all steps of one change. */
  id: number
  openType: Move | 'appLaunch' | 'navigateBack'
  path: string
  query: Readonly<Record<string, string>>
  /** That of the page; 0 where it is yet to be opened. */
  number: number
}

/** The page stack. */
export interface Router {
  /** Bottom first; the last one is on screen. */
  readonly stack: readonly Page[]
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
  /** Has `listener` run before a page is created. */
  beforeOpening: (listener: (path: string) => void) => void
  /** Calls `listener` at every step of every change of page. */
  onRoute: (listener: (event: RouteEvent) => void) => void
  /** Has `listener` run when another page is on screen, before its `onShow`. */
  beforeShowing: (listener: () => void) => void
  /** Unloads everything, without life cycles of what would come next. */
  clear: () => void
}

/** WeChat keeps at most ten pages on the stack. */
const STACK_LIMIT = 10

/**
 * Creates the router. Life-cycle order: WeChat's guide "page route" and its table for tab pages.
 * A tab page stays loaded until everything is relaunched; every other page is unloaded when left behind.
 */
export const createRouter = (config: AppConfig, parts: PageParts): Router => {
  let stack: Page[] = []
  let opening: (path: string) => void = () => undefined
  let showing: () => void = () => undefined
  let emit: (event: RouteEvent) => void = () => undefined
  let routes = 0
  const tabPages = new Map<string, Page>()

  const inTabBar = (path: string) => isTab(config, path)
  const current = () => stack[stack.length - 1]

  const target = (move: Move, url: string) => {
    const { path, query } = parseUrl(current()?.path ?? '', url)
    if (!config.pages.includes(path)) throw new Error(`page "${path}" is not found`)
    if (move === 'switchTab' && !inTabBar(path)) {
      throw new Error('can not switch to no-tabBar page')
    }
    if ((move === 'navigateTo' || move === 'redirectTo') && inTabBar(path)) {
      throw new Error(`can not ${move} a tabbar page`)
    }
    if (move === 'navigateTo' && stack.length >= STACK_LIMIT) {
      throw new Error('webview count limit exceed')
    }
    return { path, query: move === 'switchTab' ? {} : query }
  }

  /** Puts a new page on top of the stack and loads it there: it may look at the stack from `onLoad` on. */
  const open = (
    below: readonly Page[],
    path: string,
    query: Record<string, string>,
    channel?: EventChannel,
  ) => {
    const page = openPage(parts, path, query, channel)
    if (inTabBar(path)) tabPages.set(path, page)
    stack = [...below, page]
    page.load()
    return page
  }

  const show = (page: Page | undefined, openType: RouteEvent['openType']) => {
    showing()
    if (page === undefined) return
    page.show()
    const { path, query, number } = page
    const route = { id: routes, openType, path, query, number }
    emit({ ...route, moment: 'shown' })
    page.endRoute(() => emit({ ...route, moment: 'done' }))
  }

  const drop = (pages: readonly Page[]) => {
    for (const page of [...pages].reverse()) {
      tabPages.delete(page.path)
      page.unload()
    }
  }

  const beginRoute = (
    openType: RouteEvent['openType'],
    path: string,
    query: Page['query'],
    number = 0,
  ) => {
    routes += 1
    emit({ id: routes, openType, path, query, number, moment: 'before' })
  }

  const switchTab = (path: string) => {
    const leaving = current()
    const known = tabPages.get(path)
    if (leaving !== undefined && leaving === known) return
    beginRoute('switchTab', path, {}, known?.number)
    drop(stack.filter((page) => !inTabBar(page.path)))
    if (leaving !== undefined && inTabBar(leaving.path)) leaving.hide()
    if (known !== undefined) stack = [known]
    show(known ?? open([], path, {}), 'switchTab')
  }

  const go: Router['go'] = (move, url, events = {}) => {
    const { path, query } = target(move, url)
    // Before any page leaves the screen: one that cannot be opened takes the place of none.
    opening(path)
    definePage(parts.space, path)
    if (move === 'switchTab') {
      switchTab(path)
      return undefined
    }
    const openType = routes === 0 ? 'appLaunch' : move
    beginRoute(openType, path, query)
    if (move === 'navigateTo') current()?.hide()
    if (move === 'redirectTo') drop(stack.splice(-1))
    if (move === 'reLaunch') {
      const hiddenTabs = [...tabPages.values()].filter((page) => !stack.includes(page))
      drop([...hiddenTabs, ...stack])
      stack = []
    }
    const channel =
      move === 'navigateTo' ? createEventChannel(parts.activity.guard, events) : undefined
    show(open(stack, path, query, channel?.opened), openType)
    return channel?.opener
  }

  const back = (delta: number) => {
    const wanted = Math.trunc(delta) || 1
    const steps = Math.min(Math.max(wanted, 1), stack.length - 1)
    if (steps === 0) throw new Error('cannot navigate back at first page.')
    const below = stack[stack.length - 1 - steps]
    if (below !== undefined) beginRoute('navigateBack', below.path, below.query, below.number)
    drop(stack.splice(-steps))
    show(current(), 'navigateBack')
  }

  const clear = () => {
    drop([...new Set([...tabPages.values(), ...stack])])
    stack = []
  }

  return {
    get stack() {
      return stack
    },
    current,
    go,
    back,
    beforeOpening: (listener) => {
      opening = listener
    },
    onRoute: (listener) => {
      emit = listener
    },
    beforeShowing: (listener) => {
      showing = listener
    },
    clear,
  }
}
