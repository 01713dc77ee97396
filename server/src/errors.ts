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

/** Error codes by name, each with its HTTP status and what it means. */
export type ErrorCodes = Readonly<Record<string, readonly [status: number, meaning: string]>>

/**
 * A failure the caller may read: `message` becomes `error_msg` as it stands, so it holds a sentence
 * and never a secret. Every other error is answered as a bare 500. The core throws `ApiError`, a module the errors of
 * its own list (`errorsOf`).
 */
export class CodedError extends Error {
  override readonly name: string = 'CodedError'

  constructor(
    readonly errorCode: string,
    readonly status: number,
    message: string,
    readonly details: ErrorDetails = {},
    /** What failed outside of this server, which an operator reads in the log. */
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** A failure of the core: its code is one of `ERROR_CODES`. */
export class ApiError extends CodedError {
  override readonly name = 'ApiError'

  constructor(
    errorCode: ErrorCode,
    message: string,
    details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(errorCode, ERROR_CODES[errorCode][0], message, details, options)
  }
}

/**
 * What makes the errors of a module from its list of codes.
 * @public modules of one's own use it
 */
export const errorsOf =
  <Codes extends ErrorCodes>(codes: Codes) =>
  (errorCode: keyof Codes & string, message: string): CodedError =>
    new CodedError(errorCode, codes[errorCode]?.[0] ?? 500, message)

/** The 401 of a caller without a live session (docs/protocol.md 2.4). */
export const unauthorized = (
  errorCode: 'session_missing' | 'session_expired' | 'session_ended',
): ApiError =>
  new ApiError(errorCode, 'Unauthorized: sign in first, or again if the session has ended.')
