import Taro from '@tarojs/taro'
import { redirectTarget, redirectQuery } from '../../auth/redirect'
import { PAGES, routes, TABS, type PageName } from './routes'

/** WeChat keeps this many pages on top of each other, and refuses to open one more (docs/wechat.md 7.6). */
const DEEPEST = 10

const isTab = (path: string) => TABS.some((tab) => tab === path)

let isOnTheWay = false

/** A second tap that comes before the page does opens nothing. */
function once(go: () => Promise<unknown>): void {
  if (isOnTheWay) return
  isOnTheWay = true
  const arrived = () => {
    isOnTheWay = false
  }
  go().then(arrived, arrived)
}

/** Opens a page; tab pages need a call of their own, and take no query (docs/wechat.md 7.6). */
export function open(page: PageName, query = ''): void {
  const path = PAGES[page]
  const url = `/${path}${query === '' ? '' : `?${query}`}`
  if (isTab(path)) once(() => Taro.switchTab({ url: `/${path}` }))
  else if (Taro.getCurrentPages().length < DEEPEST) once(() => Taro.navigateTo({ url }))
  else once(() => Taro.redirectTo({ url }))
}

/** Puts a page in place of this one, which is done with. */
export function replaceWith(page: PageName, query = ''): void {
  void Taro.redirectTo({ url: `/${PAGES[page]}${query === '' ? '' : `?${query}`}` })
}

/** Leaves the page: to where `redirect` says if that is a page of ours, else one back, else home. */
export function leave(redirect?: string): void {
  const target = redirectTarget(redirect, routes)
  if (target?.kind === 'tab') void Taro.switchTab({ url: target.url })
  else if (target?.kind === 'page') void Taro.redirectTo({ url: target.url })
  else if (Taro.getCurrentPages().length > 1) once(() => Taro.navigateBack())
  else open('home')
}

/** Opens where people sign in on this target, and leads back to this very page afterwards, query and all. */
export function openSignIn(): void {
  const { path = PAGES.home, params = {} } = Taro.getCurrentInstance().router ?? {}
  // What Taro adds to tell one visit of a page from another says nothing about the page.
  const query = { ...params, stamp: undefined, $taroTimestamp: undefined }
  const here = path.replace(/^\/|\?.*$/g, '')
  open(__TARGET__ === 'h5' ? 'signIn' : 'link', redirectQuery(here, query))
}
