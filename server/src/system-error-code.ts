/**
 * The `code` of a system or database error ('EADDRINUSE', '23505', …), or null. Reads the property
 * and not the class: errors of another realm or driver are no instances of ours.
 */
export const errorCode = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null
