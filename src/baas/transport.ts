export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  headers: Readonly<Record<string, string>>
  /** Sent as JSON, so that undefined fields are left out; GET requests have none. */
  body?: Readonly<Record<string, unknown>>
  timeoutMs: number
}

export interface HttpResponse {
  status: number
  /** Parsed JSON, or the text as it came. */
  body: unknown
}

/** A running request. `answer` resolves for any HTTP status, and rejects with BaasError 600 or 601 without one. */
export interface Exchange {
  answer: Promise<HttpResponse>
  /** Cancels the request; what `answer` does then is of no interest. */
  abort: () => void
}

/** The part of the platform's AbortSignal we use; WeChat's logic layer has none, but a real one fits. */
export interface Signal {
  readonly aborted: boolean
  addEventListener: (type: 'abort', listener: () => void) => void
}

/** The port through which the client reaches the network. */
export type Transport = (request: HttpRequest) => Exchange
