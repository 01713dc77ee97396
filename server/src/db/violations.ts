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

/** The constraint that a write broke because another person had the value first, or null for any other failure. */
const violatedUnique = (error: unknown): string | null => {
  const cause = wrappedError(error)
  return isPostgresError(cause) && cause.code === UNIQUE_VIOLATION ? cause.constraint : null
}

/**
 * What `write` resolves to; where another person had one of its unique values first, what `lost` returns or throws,
 * which is called with the violated constraint and the failure. Rejects with every other failure of `write`.
 */
export const orIfTaken = <Written, Lost>(
  write: Promise<Written>,
  lost: (constraint: string, error: unknown) => Lost | Promise<Lost>,
): Promise<Written | Lost> =>
  write.catch((error: unknown) => {
    const constraint = violatedUnique(error)
    if (constraint === null) throw error
    return lost(constraint, error)
  })

/** Whether a write failed because the account it belongs to was deleted while the request was under way. */
export const isOfDeletedAccount = (error: unknown): boolean => {
  const cause = wrappedError(error)
  return (
    isPostgresError(cause) &&
    cause.code === FOREIGN_KEY_VIOLATION &&
    OF_AN_ACCOUNT.test(cause.constraint)
  )
}
