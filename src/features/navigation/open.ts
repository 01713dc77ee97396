import Taro from '@tarojs/taro'
import { redirectTarget, redirectQuery } from '../../auth/redirect'
import { PAGES, routes, TABS, type PageName } from './routes'

const isTab = (path: string) => TABS.some((tab) => tab === path)

/** Opens a page; tab pages need a call of their own, and take no query (WeChat rules B23). */
export function open(page: PageName, query = ''): void {
  const path = PAGES[page]
  if (isTab(path)) void Taro.switchTab({ url: `/${path}` })
  else void Taro.navigateTo({ url: `/${path}${query === '' ? '' : `?${query}`}` })
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
  else if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else open('home')
}

/** Opens where people sign in on this target, and leads back here afterwards. */
export function openSignIn(): void {
  const here = Taro.getCurrentPages().at(-1)?.route ?? PAGES.home
  const query = redirectQuery(here.replace(/^\/|\?.*$/g, ''), {})
  open(__TARGET__ === 'h5' ? 'signIn' : 'link', query)
}
