export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  headers: Readonly<Record<string, string>>
  /** Sent as JSON; GET requests have none. */
  body?: Readonly<Record<string, unknown>>
  timeoutMs: number
}

export interface HttpResponse {
  status: number
  /** Parsed JSON, or the text as it came. */
  body: unknown
}

/**
 * The port through which the client reaches the network. Resolves for any HTTP status;
 * rejects with TransportError when there was no answer at all.
 */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>

/** No HTTP answer came: the phone is offline, or it took too long. */
export class TransportError extends Error {
  override readonly name = 'TransportError'

  constructor(
    readonly kind: 'offline' | 'timeout',
    options?: ErrorOptions,
  ) {
    super(kind, options)
  }
}
