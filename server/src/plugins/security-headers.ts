import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/**
 * Adds the headers that keep a browser from doing anything with our answers but reading them. Pictures may be
 * shown on pages of other origins: the web build lives on one.
 */
export const setSecurityHeaders = async (app: FastifyInstance): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  })
}

/** Keeps the answers of a scope, which hold tokens and people, out of every cache. */
export const forbidCaching = (app: FastifyInstance): void => {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'no-store')
    done()
  })
}
