import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Failure } from '../platform/faults'
import { type ErrorCode, isErrorCode } from './errors'

/** What is left of a call after its failures: it goes on, is refused, or has already ended. */
export type Fate =
  | { kind: 'goes-on' }
  | { kind: 'refused'; errcode: ErrorCode }
  | { kind: 'ended'; outcome: 'dropped' | 'http-error' }

const gatewayPage = (status: number) =>
  `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center></body></html>`

/** Waits on the real clock, since a slow answer is slow for the server that waits for it. */
const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref()
  })

/** Lets failures happen to a call, one after the other, until one of them ends it. */
export const strike = async (
  failures: readonly Failure[],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Fate> => {
  for (const failure of failures) {
    switch (failure.kind) {
      case 'slow':
        await pause(failure.delayMs)
        break
      case 'dropped':
        reply.hijack()
        request.raw.socket.destroy()
        return { kind: 'ended', outcome: 'dropped' }
      case 'http':
        await reply.code(failure.status).type('text/html').send(gatewayPage(failure.status))
        return { kind: 'ended', outcome: 'http-error' }
      case 'errcode':
        return { kind: 'refused', errcode: isErrorCode(failure.errcode) ? failure.errcode : -1 }
    }
  }
  return { kind: 'goes-on' }
}
