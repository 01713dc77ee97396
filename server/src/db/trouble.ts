import { DrizzleQueryError } from 'drizzle-orm/errors'
import { errorCode } from '../system-error-code'

/** The database could not be reached; `cause` is the driver's error. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable'
}

// SQLSTATE (PostgreSQL documentation, appendix A). Classes: connection exception, invalid authorization,
// insufficient resources, operator intervention, system error. Then single states: the database of that name is
// gone, a serialization failure and its relatives, a lock that came too late, the timeouts of an open transaction,
// a primary that became a standby, a prepared statement that another connection had, a corrupted file.
const TROUBLED =
  /^(08|28|53|57|58)...$|^(3D000|40001|40003|40P01|55P03|25P03|25P04|25006|26000|XX001|XX002)$/

// What node-postgres 8 and pg-pool 3 say without a code.
const DRIVER_SAYS = new Set([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Query read timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Cannot use a pool after calling end on the pool',
  'cached plan must not change result type',
  // PGlite
  'PGlite is closed',
  'PGlite is closing',
])

const SYSTEM_ERROR = /^E[A-Z0-9_]+$/
const LONGEST_CHAIN = 5

/** An error and what caused it, outermost first. */
const causes = (error: unknown): unknown[] => {
  const chain: unknown[] = []
  for (let next = error; next !== undefined && chain.length < LONGEST_CHAIN;) {
    chain.push(next)
    next = next instanceof Error ? next.cause : undefined
  }
  return chain
}

const isTroubled = (error: unknown): boolean =>
  error instanceof DatabaseUnreachable ||
  TROUBLED.test(errorCode(error) ?? '') ||
  (error instanceof Error && DRIVER_SAYS.has(error.message))

/**
 * Whether an error says that the database, the pool or the connection failed or took too long, so that the same
 * request may succeed later. False for what PostgreSQL refused because of the values, and for all other errors.
 */
export const isDatabaseTrouble = (error: unknown): boolean => {
  const chain = causes(error)
  if (chain.some(isTroubled)) return true
  // A socket's error code says "database" only where a statement met it.
  return (
    chain.some((link) => link instanceof DrizzleQueryError) &&
    chain.some((link) => SYSTEM_ERROR.test(errorCode(link) ?? ''))
  )
}
