import { errorCode } from '../error-code'

// SQLSTATE classes "data exception" and "integrity constraint violation", and serialization failure and deadlock
// (PostgreSQL documentation, appendix A). Not 40003 and the classes 08 and 57: after those nobody knows.
const UNDONE = /^(22|23)|^40(001|P01)$/

/** Whether an error of a driver, or Drizzle's wrapper around it, says that PostgreSQL has undone the statement. */
export const isUndone = (error: unknown): boolean => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return UNDONE.test(errorCode(cause) ?? '')
}
