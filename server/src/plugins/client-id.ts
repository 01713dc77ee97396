import type { FastifyInstance } from 'fastify'
import { ApiError } from '../errors'

/**
 * Lets only requests of our own app into the protocol's endpoints: `X-Hydrogen-Client-ID` must be
 * `clientId` (docs/protocol.md 2.1). It is an address, not a secret, so a mismatch is a bad parameter: 400.
 */
export const requireClientId = (app: FastifyInstance, clientId: string): void => {
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.headers['x-hydrogen-client-id'] === clientId) return done()
    done(
      new ApiError(
        'client_id_unknown',
        'X-Hydrogen-Client-ID is missing or of another app: send the client ID this server was started with.',
      ),
    )
  })
}
