import type { FastifyServerOptions } from 'fastify'
import { presentPath } from './older-paths'

const PROTOCOL = '/hserve/'
const METHODS: ReadonlySet<unknown> = new Set(['GET', 'PUT', 'DELETE'])

/**
 * Takes a POST with `X-Hydrogen-Request-Method` as a request of that method, where the protocol knows it: the vendor's
 * SDK sends it from platforms whose own request call has GET and POST only. Fastify has no hook for the method before
 * its router, but it asks for the URL there, with the raw request at hand. That is also where the paths of older SDKs
 * become those of today.
 */
export const takeMethodFromHeader = {
  rewriteUrl: (request) => {
    const url = request.url ?? '/'
    const named = request.headers['x-hydrogen-request-method']
    if (request.method === 'POST' && url.startsWith(PROTOCOL) && METHODS.has(named)) {
      request.method = String(named)
    }
    return presentPath(request.method, url)
  },
} satisfies FastifyServerOptions
