import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance, RouteOptions } from 'fastify'

/** A route as the app registered it. */
export interface Route {
  readonly method: string
  /** With its parameters, for example `/hserve/v2.5/user/info/:id/`. */
  readonly path: string
  /** The JSON schema of its body, if it declares one. */
  readonly body: unknown
}

// Fastify adds HEAD to every GET, and @fastify/cors answers OPTIONS.
const GENERATED = ['HEAD', 'OPTIONS']

const declared = ({ method, url, schema }: RouteOptions): Route[] =>
  [method]
    .flat()
    .filter((name) => !GENERATED.includes(name))
    .map((name) => ({ method: name, path: url, body: schema?.body }))

/**
 * Runs `build`, which makes a Fastify app, and returns every route it registered besides what it returned: a new route
 * needs no line in the fuzzer.
 */
export const collectRoutes = async <T>(
  build: () => Promise<T>,
): Promise<{ built: T; routes: readonly Route[] }> => {
  const routes: Route[] = []
  const watch = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', (route) => void routes.push(...declared(route)))
  }
  subscribe('fastify.initialization', watch)
  try {
    return { built: await build(), routes }
  } finally {
    unsubscribe('fastify.initialization', watch)
  }
}
