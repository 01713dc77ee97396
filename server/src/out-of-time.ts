/** What the signal of a request is aborted with when its time is over; any other reason is its sender's leaving. */
export const OUT_OF_TIME = 'out of time'

/** Whether the sender of a request has closed the connection before it was answered. */
export const hasLeft = (signal: AbortSignal): boolean =>
  signal.aborted && signal.reason !== OUT_OF_TIME
