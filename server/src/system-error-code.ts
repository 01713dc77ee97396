/**
 * The `code` of a system or database error ('EADDRINUSE', '23505', …), or null. Reads the property
 * and not the class: errors of another realm or driver are no instances of ours.
 */
export const errorCode = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null

/** The error that another wraps, as those of Drizzle and `fetch` do; the error itself when it wraps none. */
export const wrappedError = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? error.cause : error

/** `errorCode` of an error, or of the one that it wraps. */
export const anyErrorCode = (error: unknown): string | null =>
  errorCode(error) ?? errorCode(wrappedError(error))
