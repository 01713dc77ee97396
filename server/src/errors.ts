/** Status codes this server answers failures with; the clients of docs/protocol.md 2.3 know them. */
export type FailureStatus =
  400 | 401 | 403 | 404 | 405 | 408 | 409 | 413 | 415 | 429 | 500 | 502 | 503

/**
 * A failure the caller may read: `message` becomes `error_msg` as it stands, so it holds a sentence
 * and never a secret. Every other error is answered as a bare 500.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly status: FailureStatus,
    message: string,
    /** Extension members of the error body, beside the protocol's `status` and `error_msg`. */
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
  }
}

/** The caller has no live session (docs/protocol.md 2.4: 401). */
export const unauthorized = (): ApiError =>
  new ApiError(401, 'Unauthorized: sign in first, or again if the session has ended.')
