import type { Signal } from './abort'
import type { Clock } from './clock'
import { BaasError, CODE, unansweredError } from './errors'
import type { Exchange, HttpResponse } from './transport'

/**
 * The answer of an exchange that is made certain to end: with its answer, at the deadline, or when the
 * caller gives up (docs/protocol.md 9.4, 9.12). Rejects with BaasError 600, 601 or 499.
 */
export function answerOf(
  start: () => Exchange,
  clock: Clock,
  { timeoutMs, signal }: { timeoutMs: number; signal?: Signal | undefined },
): Promise<HttpResponse> {
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
