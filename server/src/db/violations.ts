import { wrappedError } from '../system-error-code'

const UNIQUE_VIOLATION = '23505'
const FOREIGN_KEY_VIOLATION = '23503'
// As PostgreSQL names the key of a column user_id.
const OF_AN_ACCOUNT = /_user_id_fkey$/

interface PostgresError {
  readonly code: string
  readonly constraint: string
}

const isPostgresError = (error: unknown): error is PostgresError =>
  typeof error === 'object' && error !== null && 'code' in error && 'constraint' in error

/**
 * The constraint that a write broke because another person had the value first, or null for any other
 * failure.
 */
export const violatedUnique = (error: unknown): string | null => {
  const cause = wrappedError(error)
  return isPostgresError(cause) && cause.code === UNIQUE_VIOLATION ? cause.constraint : null
}

/** Whether a write failed because the account it belongs to was deleted while the request was under way. */
export const isOfDeletedAccount = (error: unknown): boolean => {
  const cause = wrappedError(error)
  return (
    isPostgresError(cause) &&
    cause.code === FOREIGN_KEY_VIOLATION &&
    OF_AN_ACCOUNT.test(cause.constraint)
  )
}
