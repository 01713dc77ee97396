import { isTab, type AppConfig } from '../app/app-config'
import { parseUrl } from './paths'

/** The calls that open a page by its URL. */
export type Move = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch'

/** WeChat keeps at most ten pages on the stack. */
const STACK_LIMIT = 10

/**
 * Returns the page that a move to `url` opens, on a stack of so many pages with `current` on screen. Throws where WeChat
 * refuses the move (guide "page route"); the message is what follows `navigateTo:fail `.
 */
export const targetOf = (
  config: AppConfig,
  move: Move,
  url: string,
  { current, pages }: { current: string; pages: number },
): { path: string; query: Readonly<Record<string, string>> } => {
  const { path, query } = parseUrl(current, url)
  const inTabBar = isTab(config, path)
  if (!config.pages.includes(path)) throw new Error(`page "${path}" is not found`)
  if (move === 'switchTab' && !inTabBar) throw new Error('can not switch to no-tabBar page')
  if ((move === 'navigateTo' || move === 'redirectTo') && inTabBar) {
    throw new Error(`can not ${move} a tabbar page`)
  }
  if (move === 'navigateTo' && pages >= STACK_LIMIT) throw new Error('webview count limit exceed')
  return { path, query: move === 'switchTab' ? {} : query }
}
