/** One HTTP exchange as a phone's `wx` made it, for tests that look at the wire. */
export interface Exchange {
  readonly method: string
  /** Path with query, without the origin. */
  readonly path: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** What was sent: the JSON value, the fields of a multipart form, or null. */
  readonly body: unknown
  readonly status: number
  /** What came back, as `wx.request` hands it out. */
  readonly answer: unknown
}
