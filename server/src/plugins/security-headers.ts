import type { FastifyInstance } from 'fastify'
import helmet from 'helmet'

/**
 * Adds the headers that keep a browser from doing anything with our answers but reading them. Pictures may be
 * shown on pages of other origins: the web build lives on one.
 */
export const setSecurityHeaders = (app: FastifyInstance): void => {
  // Built once; @fastify/helmet builds it anew for every request.
  const setHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  })
  app.addHook('onRequest', (request, reply, done) => {
    // helmet throws what goes wrong.
    setHeaders(request.raw, reply.raw, () => done())
  })
}

/** Keeps the answers of a scope, which hold tokens and people, out of every cache. */
export const forbidCaching = (app: FastifyInstance): void => {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'no-store')
    done()
  })
}
