const UNIQUE_VIOLATION = '23505'

interface PostgresError {
  readonly code: string
  readonly constraint: string
}

const isPostgresError = (error: unknown): error is PostgresError =>
  typeof error === 'object' && error !== null && 'code' in error && 'constraint' in error

/**
 * The constraint that a write broke because another person had the value first, or null for any other
 * failure. Looks through Drizzle's wrapper at the driver's own error.
 */
export const violatedUnique = (error: unknown): string | null => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return isPostgresError(cause) && cause.code === UNIQUE_VIOLATION ? cause.constraint : null
}
