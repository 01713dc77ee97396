import Taro from '@tarojs/taro'
import { decorate } from './decorate'

/** What Taro's router says in a browser (@tarojs/router, spa.js). */
const ROUTER_EVENT = '__taroRouterNotFound'

/** Calls `listener` when the app is opened, or led, to a page that it does not have. */
export const onPageNotFound = (listener: () => void): void =>
  decorate(() => {
    if (__TARGET__ === 'h5') Taro.eventCenter.on(ROUTER_EVENT, listener)
    else Taro.onPageNotFound(listener)
  })
