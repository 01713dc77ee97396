import type { FastifyInstance } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { ApiError } from '../errors'
import { errorBody, rawAnswer } from './errors'

const EXPECTATION_FAILED = 417
const METHOD_NOT_ALLOWED = 405

/**
 * Answers in the protocol's shape what Node would answer with an empty body, or not at all: CONNECT, an Expect that is
 * not 100-continue and, with `requireHostHeader` off, a request without Host.
 */
export const answerUnrouted = (app: FastifyInstance): void => {
  app.server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    // Node has handed the socket over, without a listener for its errors.
    socket.on('error', () => socket.destroy())
    socket.end(
      rawAnswer(METHOD_NOT_ALLOWED, errorBody('endpoint_unknown', 'This is no proxy: no CONNECT.')),
    )
  })
  app.server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const text = JSON.stringify(
      errorBody('request_malformed', 'Of Expect, only 100-continue is understood.'),
    )
    response
      .writeHead(EXPECTATION_FAILED, {
        'content-type': 'application/json; charset=utf-8',
        connection: 'close',
      })
      .end(text)
  })
  app.addHook('onRequest', async ({ headers, raw }) => {
    if (headers.host === undefined && raw.httpVersion === '1.1') {
      throw new ApiError('request_malformed', 'The request has no Host header.')
    }
  })
}
