import { ERROR_CODES, type ErrorCode } from './error-codes'

/** Members of an error body beside the protocol's `status` and `error_msg` and our `error_code`. */
export interface ErrorDetails {
  /** Seconds; sent as `Retry-After` too. */
  readonly retry_after?: number
  readonly link_ticket?: string
  /** Seconds. */
  readonly link_ticket_expires_in?: number
  /** The re-authentications that the account has. */
  readonly methods?: readonly string[]
}

/**
 * A failure the caller may read: `message` becomes `error_msg` as it stands, so it holds a sentence
 * and never a secret. Every other error is answered as a bare 500.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number

  constructor(
    readonly errorCode: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message)
    this.status = ERROR_CODES[errorCode][0]
  }
}

/** The 401 of a caller without a live session (docs/protocol.md 2.4). */
export const unauthorized = (
  errorCode: 'session_missing' | 'session_expired' | 'session_ended',
): ApiError =>
  new ApiError(errorCode, 'Unauthorized: sign in first, or again if the session has ended.')
