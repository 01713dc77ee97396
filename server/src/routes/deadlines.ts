/**
 * How long a request may take that sends or takes megabytes, in milliseconds: five of them at the 50 KB/s of a poor
 * connection, and a little more than a request may take to arrive (app.ts).
 */
export const FILE_DEADLINE_MS = 130_000

/** How long an erasure may take, in milliseconds: less than a silent connection is kept (app.ts). */
export const ERASURE_DEADLINE_MS = 25_000
