import { redirectTarget, redirectQuery } from '../../auth/redirect'
import { navigation } from '../../platform/navigation'
import { PAGES, routes, TABS, type PageName } from './routes'

/** WeChat keeps this many pages on top of each other, and refuses to open one more (docs/wechat.md 7.6). */
const DEEPEST = 10

const isTab = (path: string) => TABS.some((tab) => tab === path)

let sayItFailed: () => void = () => undefined

/** Names what says so when a page does not open. */
export const onPageFailed = (say: () => void): void => {
  sayItFailed = say
}

let isOpening = false
let closing: Promise<unknown> | undefined

/** A second tap that comes before the page does opens nothing. */
const once = (go: () => Promise<unknown>): void => {
  if (isOpening) return
  isOpening = true
  // The page below may go on by itself as soon as it is shown, which is before the phone says that this one is closed.
  void (closing === undefined ? go() : closing.then(go))
    .catch(() => sayItFailed())
    .finally(() => {
      isOpening = false
    })
}

/** Set while a page closes, so that a second tap does not close the one below. */
const back = (): void => {
  closing ??= navigation
    .back()
    .catch(() => sayItFailed())
    .finally(() => {
      closing = undefined
    })
}

/** Opens a page; tab pages need a call of their own, and take no query (docs/wechat.md 7.6). */
export const open = (page: PageName, query = ''): void => {
  const path = PAGES[page]
  const url = `/${path}${query === '' ? '' : `?${query}`}`
  if (isTab(path)) once(() => navigation.switchTab(`/${path}`))
  else if (navigation.depth() < DEEPEST) once(() => navigation.open(url))
  else once(() => navigation.replace(url))
}

/** Puts a page in place of this one, which is done with. */
export const replaceWith = (page: PageName, query = ''): void =>
  once(() => navigation.replace(`/${PAGES[page]}${query === '' ? '' : `?${query}`}`))

/**
 * Whether the page of this address is the one below this one: to go back shows it as the person left it. On some targets
 * the path of that one begins with a slash, too.
 */
const isBelow = (url: string): boolean =>
  url.replace(/\?.*$/, '').endsWith(navigation.below() || '?')

/** Leaves the page, once for two taps: to where `redirect` says if that is a page of ours, else one back, else home. */
export const leave = (redirect?: string): void => {
  const target = redirectTarget(redirect, routes())
  if (target?.kind === 'tab') once(() => navigation.switchTab(target.url))
  else if (target?.kind === 'page' && isBelow(target.url)) back()
  else if (target?.kind === 'page') once(() => navigation.replace(target.url))
  else if (navigation.depth() > 1) back()
  else open('home')
}

/** Opens where people sign in on this target, and leads back to this very page afterwards, query and all. */
export const openSignIn = (): void => {
  const { path = PAGES.home, params = {} } = navigation.current()
  // What Taro adds to distinguish one visit of a page from another says nothing about the page.
  const query = { ...params, stamp: undefined, $taroTimestamp: undefined }
  const here = path.replace(/^\/|\?.*$/g, '')
  open(__TARGET__ === 'h5' ? 'signIn' : 'link', redirectQuery(here, query))
}
