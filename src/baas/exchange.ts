import type { Signal } from './abort'
import type { Clock } from './clock'
import { unansweredError } from './errors'
import { TransportError, type Exchange, type HttpResponse } from './transport'

/**
 * The answer of an exchange that is made certain to end: with its answer, at the deadline, or when the
 * caller gives up (W4, W12). Rejects with BaasError 600, 601 or 499.
 */
export function answerOf(
  start: () => Exchange,
  clock: Clock,
  { timeoutMs, signal }: { timeoutMs: number; signal?: Signal | undefined },
): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(unansweredError(cause))
    if (signal?.aborted === true) return fail(new TransportError('aborted'))

    const exchange = start()
    const giveUp = (kind: TransportError['kind']) => {
      fail(new TransportError(kind))
      exchange.abort()
    }
    const callOff = clock.after(timeoutMs, () => giveUp('timeout'))
    signal?.addEventListener('abort', () => giveUp('aborted'))
    exchange.answer.then(resolve, fail).finally(callOff)
  })
}
