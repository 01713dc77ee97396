import type { Clock } from './clock'
import { BaasError, CODE, unansweredError } from './errors'
import type { Exchange, HttpResponse, Signal } from './transport'
import type { Wechat } from './wechat'

/** How long anything outside may take before we go on without it (docs/wechat.md 9.1), in milliseconds. */
export const TIMEOUT_MS = 8_000

/** Settles as `promise` does, or rejects with `late()` after `ms` milliseconds. */
export const withTimeout = <T>(
  clock: Clock,
  ms: number,
  promise: Promise<T>,
  late: () => unknown,
): Promise<T> => {
  return new Promise<T>((resolve, reject) => {
    const callOff = clock.after(ms, () => reject(late()))
    promise.then(resolve, reject).finally(callOff)
  })
}

/**
 * The answer of an exchange that is made certain to end: with its answer, at the deadline, or when the
 * caller cancels (docs/protocol.md 9.4, 9.12). Rejects with BaasError 600, 601 or 499.
 */
export const answerOf = (
  start: () => Exchange,
  clock: Clock,
  { timeoutMs, signal }: { timeoutMs: number; signal?: Signal | undefined },
): Promise<HttpResponse> => {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(new BaasError(CODE.cancelled))

    const exchange = start()
    const giveUp = (code: number) => {
      reject(new BaasError(code))
      exchange.abort()
    }
    const callOff = clock.after(timeoutMs, () => giveUp(CODE.requestTimeout))
    signal?.addEventListener('abort', () => giveUp(CODE.cancelled))
    exchange.answer
      .then(resolve, (cause: unknown) => reject(unansweredError(cause)))
      .finally(callOff)
  })
}

/** WeChat that always answers: a wx.login that hangs is a timeout (601), so no flight hangs with it. */
export const withLoginTimeout = (wechat: Wechat, clock: Clock): Wechat => ({
  libVersion: wechat.libVersion,
  loginCode: () =>
    withTimeout(
      clock,
      TIMEOUT_MS,
      wechat.loginCode(),
      () => new BaasError(CODE.requestTimeout, { serverMessage: 'wx.login does not answer' }),
    ),
})
