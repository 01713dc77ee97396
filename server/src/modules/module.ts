import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Context } from '../context'
import type { ErrorCodes } from '../errors'
import type { Operation } from '../openapi/operations'
import type { Holdings } from './holdings'

/** What a team adds to the server: routes over tables of its own, and its part in what people are owed. */
export interface Module extends Holdings {
  /**
   * Its routes, below `/ext/v1/<name>/`. They are called by our own app only: the client ID has been checked. Each is a
   * member's, and `callerOf(request)` says whose, save those with `config: { access: 'app' }` (routes/members.ts).
   */
  readonly routes: (context: Context) => FastifyPluginAsyncTypebox
  /** What the OpenAPI document says of each route, by method and path. */
  readonly operations: Readonly<Record<string, Operation>>
  /** The error codes it answers with beside those of the core. */
  readonly errorCodes: ErrorCodes
}
