import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Api } from '../platform/faults'
import type { Platform } from '../platform/platform'
import { strike } from './failures'
import { type ErrorCode, errorAnswer } from './errors'

/** Answers one call: the body of a success, or the errcode of a refusal. */
export type Answer = (request: FastifyRequest) => object | ErrorCode

/**
 * Mounts one endpoint of WeChat's API. Faults injected through the control API strike first; whatever
 * comes of a call is logged, without its parameters.
 */
export const endpoint = (
  app: FastifyInstance,
  platform: Platform,
  method: 'GET' | 'POST',
  api: Api,
  answer: Answer,
): void => {
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const fate = await strike(platform.faults.strike(api), request, reply)
    if (fate.kind === 'ended') {
      platform.calls.record(api, fate.outcome)
      return reply
    }
    const outcome = fate.kind === 'refused' ? fate.errcode : answer(request)
    if (typeof outcome === 'object') {
      platform.calls.record(api, 0)
      return outcome
    }
    platform.calls.record(api, outcome)
    return errorAnswer(outcome, platform.requestId())
  }
  app.route({ method, url: `/${api}`, handler })
}
