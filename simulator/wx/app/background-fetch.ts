import { asyncApi, WxFailure } from '../call'
import type { WxPorts } from '../ports'

type Result = WechatMiniprogram.GeneralCallbackResult

/**
 * Data prefetch (typings setBackgroundFetchToken, getBackgroundFetchData): the token is kept, and as nothing
 * fetches in the background there is never any data.
 */
export const createBackgroundFetch = (ports: WxPorts) => {
  let token: string | undefined
  return {
    setBackgroundFetchToken: asyncApi<WechatMiniprogram.SetBackgroundFetchTokenOption, Result>(
      ports,
      'setBackgroundFetchToken',
      ({ token: given }) => {
        token = given
        return {}
      },
    ),
    getBackgroundFetchToken: asyncApi<object, { errMsg: string; token: string }>(
      ports,
      'getBackgroundFetchToken',
      () => {
        if (token === undefined) throw new WxFailure('record not found')
        return { token }
      },
    ),
    getBackgroundFetchData: asyncApi<object, Result>(ports, 'getBackgroundFetchData', () => {
      throw new WxFailure('record not found')
    }),
    onBackgroundFetchData: () => undefined,
  }
}
