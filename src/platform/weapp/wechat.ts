import Taro from '@tarojs/taro'
import type { Wechat } from '../../baas/wechat'
import { wechatError } from '../../baas/wechat-errors'

/** Gives a promise of Taro's a BaasError for WeChat's plain-object rejection. */
export const normalised = <T>(answer: PromiseLike<T>): Promise<T> =>
  Promise.resolve(answer).catch((reason: unknown) => {
    throw wechatError(reason)
  })

const isHere = (name: 'getAppBaseInfo' | 'createOffscreenCanvas'): boolean =>
  typeof (Taro as unknown as Readonly<Record<string, unknown>>)[name] === 'function'

/**
 * The base library's version. Libraries too old to say it without deprecated calls are told apart by what
 * they can do: only the thresholds 2.16.0 and 2.21.2 matter to the protocol (wire contract 2).
 */
function libVersion(): string {
  if (isHere('getAppBaseInfo')) return Taro.getAppBaseInfo().SDKVersion ?? '2.20.1'
  return isHere('createOffscreenCanvas') ? '2.16.1' : '2.10.4'
}

export const wechat: Wechat = {
  loginCode: async () => (await normalised(Taro.login())).code,
  libVersion,
}
