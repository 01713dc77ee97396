import { BaasError, CODE } from '../baas/errors'
import { withTimeout } from '../baas/with-timeout'
import { clock } from './clock'
import { normalised } from './normalised'

/** How long the phone may take for what it does by itself, in milliseconds (docs/wechat.md 9.1). */
const CALL_MS = 8_000

/** How long a question of WeChat's may wait for the person. */
export const PERSON_MS = 120_000

/**
 * Settles as a call to the phone does, or rejects with BaasError 601 when it does not call back in time. Rejections are
 * BaasErrors.
 * @param call returns Taro's promise; what it throws is a rejection, too
 */
export const answered = <T>(call: () => PromiseLike<T>, ms = CALL_MS): Promise<T> =>
  withTimeout(
    clock,
    ms,
    normalised(new Promise<T>((settle) => settle(call()))),
    () => new BaasError(CODE.requestTimeout),
  )
