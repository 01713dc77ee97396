import { isTab, type AppConfig } from './app-config'
import { openPage, type Page, type PageParts } from './page'
import { parseUrl } from './paths'

/** The ways from one page to another that take a URL. */
type Move = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch'

/** The page stack. */
export interface Router {
  /** Bottom first; the last one is on screen. */
  readonly stack: readonly Page[]
  current(): Page | undefined
  /** Opens a page. Throws where WeChat refuses; the message is what follows `navigateTo:fail `. */
  go(move: Move, url: string): void
  /** Closes `delta` pages, never the last one. */
  back(delta: number): void
  /** Unloads everything, without life cycles of what would come next. */
  clear(): void
}

/** WeChat keeps at most ten pages on the stack. */
const STACK_LIMIT = 10

/**
 * Creates the router. Life-cycle order: WeChat's guide "page route" and its table for tab pages.
 * A tab page stays loaded until everything is relaunched; every other page is unloaded when left behind.
 */
export const createRouter = (config: AppConfig, parts: PageParts): Router => {
  let stack: Page[] = []
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

  const open = (path: string, query: Record<string, string>) => {
    const page = openPage(parts, path, query)
    if (inTabBar(path)) tabPages.set(path, page)
    return page
  }

  const drop = (pages: readonly Page[]) => {
    for (const page of [...pages].reverse()) {
      tabPages.delete(page.path)
      page.unload()
    }
  }

  const switchTab = (path: string) => {
    const leaving = current()
    const known = tabPages.get(path)
    if (leaving !== undefined && leaving === known) return
    drop(stack.filter((page) => !inTabBar(page.path)))
    if (leaving !== undefined && inTabBar(leaving.path)) leaving.hide()
    const page = known ?? open(path, {})
    stack = [page]
    page.show()
  }

  const go = (move: Move, url: string) => {
    const { path, query } = target(move, url)
    if (move === 'switchTab') {
      switchTab(path)
      return
    }
    if (move === 'navigateTo') current()?.hide()
    if (move === 'redirectTo') drop(stack.splice(-1))
    if (move === 'reLaunch') {
      const hiddenTabs = [...tabPages.values()].filter((page) => !stack.includes(page))
      drop([...hiddenTabs, ...stack])
      stack = []
    }
    const page = open(path, query)
    stack = [...stack, page]
    page.show()
  }

  const back = (delta: number) => {
    const steps = Math.min(Math.max(delta, 1), stack.length - 1)
    if (steps === 0) return
    drop(stack.splice(-steps))
    current()?.show()
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
    clear,
  }
}
