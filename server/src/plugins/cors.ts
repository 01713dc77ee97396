import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

const HEADERS = [
  'X-Hydrogen-Client-ID',
  'X-Hydrogen-Client-Version',
  'X-Hydrogen-Client-Platform',
  'X-Hydrogen-Client-SDK-Type',
  'X-Hydrogen-Env-ID',
  'X-Reauthentication',
  'X-Device-ID',
  'X-Human-Token',
  'Authorization',
  'Content-Type',
]
const PREFLIGHT_CACHE_SECONDS = 600

/**
 * Lets the web build call from its own origin (docs/protocol.md 2.5). Any origin may: the session travels
 * in a header that a page has to hold, never in a cookie that a browser would add by itself.
 */
export const allowWebBuild = async (app: FastifyInstance): Promise<void> => {
  await app.register(cors, {
    origin: '*',
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowedHeaders: HEADERS,
    exposedHeaders: ['Retry-After'],
    maxAge: PREFLIGHT_CACHE_SECONDS,
    // Or an OPTIONS of no browser is answered with plain text.
    strictPreflight: false,
  })
}
