import type { FastifyError, FastifyInstance } from 'fastify'
import { ApiError } from '../errors'

const body = (message: string, extra: Readonly<Record<string, unknown>> = {}) => ({
  ...extra,
  status: 'error',
  error_msg: message,
})

const isClientFault = (error: FastifyError): error is FastifyError & { statusCode: number } =>
  error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500

/**
 * Answers every failure in the protocol's shape (wire contract 0, error body). What we did not
 * foresee is logged and answered without its message, which might hold anything.
 */
export const answerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof ApiError)
      return reply.status(error.status).send(body(error.message, error.extra))
    if (isClientFault(error)) return reply.status(error.statusCode).send(body(error.message))
    request.log.error({ err: error }, 'unforeseen failure')
    return reply.status(500).send(body('Internal server error.'))
  })
  app.setNotFoundHandler((_request, reply) => reply.status(404).send(body('No such endpoint.')))
}
