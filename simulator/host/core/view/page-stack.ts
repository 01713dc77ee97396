import type { EventChannel } from './event-channel'
import { openPage, type Page, type PageParts } from './page'

/** The pages that are loaded: those on the stack, and tab pages that are not on it (guide "page route"). */
export interface PageStack {
  /** Bottom first; the last one is on screen. */
  readonly pages: readonly Page[]
  /** The page on screen; undefined while none is open. */
  current: () => Page | undefined
  /** The page of a tab, if it is loaded. */
  tabPage: (path: string) => Page | undefined
  /** Puts a new page on top of `below` and loads it there: it may look at the stack from `onLoad` on. */
  open: (below: readonly Page[], path: string, query: Page['query'], channel?: EventChannel) => Page
  /** Makes a page the only one on the stack; unloads none. */
  keepOnly: (page: Page) => void
  /** Unloads pages, the last first; does not take them off the stack. */
  unload: (pages: readonly Page[]) => void
  /** Takes that many pages off the stack, and unloads them. */
  pop: (count: number) => void
  /** Unloads every page and leaves the stack empty. */
  clear: () => void
}

/** Creates an empty stack. A tab page stays loaded until everything is unloaded. */
export const createPageStack = (
  parts: PageParts,
  inTabBar: (path: string) => boolean,
): PageStack => {
  let stack: Page[] = []
  const tabPages = new Map<string, Page>()

  const unload = (pages: readonly Page[]) => {
    for (const page of [...pages].reverse()) {
      tabPages.delete(page.path)
      page.unload()
    }
  }

  return {
    get pages() {
      return stack
    },
    current: () => stack[stack.length - 1],
    tabPage: (path) => tabPages.get(path),
    open: (below, path, query, channel) => {
      const page = openPage(parts, path, query, channel)
      if (inTabBar(path)) tabPages.set(path, page)
      stack = [...below, page]
      page.load()
      return page
    },
    keepOnly: (page) => {
      stack = [page]
    },
    unload,
    pop: (count) => unload(stack.splice(-count)),
    clear: () => {
      const hiddenTabs = [...tabPages.values()].filter((page) => !stack.includes(page))
      unload([...hiddenTabs, ...stack])
      stack = []
    },
  }
}
