import Taro from '@tarojs/taro'
import { answered } from './answered'

/** A page opens within a second; after this long, WeChat has forgotten the call. */
const PAGE_MS = 3_000

/** Moves between pages; every promise settles, and rejects with a BaasError when the page did not open. */
export const navigation = {
  /** Opens a page of the tab bar; `url` without a query. */
  switchTab: (url: string): Promise<unknown> => answered(() => Taro.switchTab({ url }), PAGE_MS),
  /** Opens a page on top of this one. */
  open: (url: string): Promise<unknown> => answered(() => Taro.navigateTo({ url }), PAGE_MS),
  /** Opens a page in place of this one. */
  replace: (url: string): Promise<unknown> => answered(() => Taro.redirectTo({ url }), PAGE_MS),
  /** Closes this page. */
  back: (): Promise<unknown> => answered(() => Taro.navigateBack(), PAGE_MS),
  /** How many pages lie on top of each other, this one included. */
  depth: (): number => Taro.getCurrentPages().length,
  /** The path of the page below this one; undefined when there is none. */
  below: (): string | undefined => {
    const pages = Taro.getCurrentPages()
    return pages[pages.length - 2]?.route
  },
  /** Path and query of the page on screen, as Taro knows them. */
  current: (): { path?: string; params?: Readonly<Record<string, string | undefined>> } =>
    Taro.getCurrentInstance().router ?? {},
}
