import { wechatError } from '../baas/wechat-errors'

/** Makes a promise of Taro's reject with a BaasError for WeChat's plain-object rejection: see wechatError(). */
export const normalised = <T>(answer: PromiseLike<T>, otherwise?: number): Promise<T> =>
  Promise.resolve(answer).catch((reason: unknown) => {
    throw wechatError(reason, otherwise)
  })
