/** The codes of wx.BaaS that are not simply the HTTP status of an answer (docs/protocol.md 10). */
export const CODE = {
  /** Cancelled by the caller, or overtaken by a change of identity. Ours; no server sends it. */
  cancelled: 499,
  /** WeChat failed for an unknown reason. Ours; no server sends it. */
  wechatFailed: 498,
  /** The answer is not one of the protocol: of another form, or of a gateway or proxy in between. */
  badReply: 502,
  networkDisconnected: 600,
  requestTimeout: 601,
  /** The person said no. */
  unauthorized: 603,
  sessionMissing: 604,
  incorrectParameterType: 605,
  unsupportedFunction: 611,
  anonymousNotAllowed: 612,
  /** The console does not let clients write the WeChat profile. */
  profileUpdateDisabled: 616,
} as const

interface Details {
  /** HTTP status; undefined when no answer came. */
  status?: number | undefined
  serverMessage?: string
  errorCode?: string
  cause?: unknown
}

/**
 * Any failed call, of the backend or of WeChat. `code` is the HTTP status or a 600–617 code of wx.BaaS;
 * `serverMessage` is what the other side said, for developers and never for the screen; `errorCode` is our server's
 * own name for the refusal, '' where there is none.
 */
export class BaasError extends Error {
  override readonly name: string = 'BaasError'
  readonly status: number | undefined
  readonly serverMessage: string
  /** The `error_code` of our server's answer; '' where there is none, as with the hosted service. */
  readonly errorCode: string

  constructor(
    readonly code: number,
    { status, serverMessage = '', errorCode = '', cause }: Details = {},
  ) {
    super(serverMessage || `wx.BaaS error ${code}`, { cause })
    this.status = status
    this.serverMessage = serverMessage
    this.errorCode = errorCode
  }
}

/** What ended a request without an answer, as a BaasError: what no port has named is the network (600). */
export const unansweredError = (cause: unknown): BaasError =>
  cause instanceof BaasError ? cause : new BaasError(CODE.networkDisconnected, { cause })

/** Lets a 404 pass, where what is not there is what was wanted; throws any other error again. */
export const pass404 = (error: unknown): void => {
  if (!(error instanceof BaasError) || error.status !== 404) throw error
}

/** True when no answer came at all, so nothing is known about what the server thinks. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof BaasError && error.status === undefined && error.code >= 600 && error.code <= 601
