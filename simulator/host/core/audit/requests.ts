import type { Span } from '../../../wx/network/exchange'

const LARGE_BYTES = 128 * 1024
const REPEATED_MS = 3 * 60 * 1000

/** Answers that are as they should be, without permission too. */
const isFine = (status: number) => status < 400 || status === 401 || status === 403

/** Hosts of the developer's own machine, which speak HTTP while nothing is published. */
const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/

const sameBytes = (one: ArrayBuffer, other: ArrayBuffer) => {
  const [left, right] = [new Uint8Array(one), new Uint8Array(other)]
  return left.length === right.length && left.every((byte, index) => byte === right[index])
}

const isRepeat = (one: Span, other: Span) =>
  one !== other &&
  one.url === other.url &&
  Math.abs(one.to - other.to) <= REPEATED_MS &&
  typeof one.ending === 'object' &&
  typeof other.ending === 'object' &&
  one.ending.body.byteLength > LARGE_BYTES &&
  sameBytes(one.ending.body, other.ending.body)

/**
 * The rules of Audits about requests (guide "体验评分": network errors, HTTPS, request caching), one sentence for each that
 * did not hold. What an app cancelled itself is no error.
 */
export const requestFindings = (exchanges: readonly Span[]): readonly string[] => {
  const failed = exchanges.filter(
    ({ ending }) => ending === 'failed' || (typeof ending === 'object' && !isFine(ending.status)),
  )
  const open = exchanges.filter(({ url }) => /^http:/.test(url) && !LOOPBACK.test(url))
  const repeated = exchanges.filter((one, index) =>
    exchanges.slice(0, index).some((earlier) => isRepeat(one, earlier)),
  )
  return [
    failed.length > 0 && `Requests that failed: ${failed.length}; none are fine but 401 and 403.`,
    open.length > 0 && `Requests without HTTPS: ${open.length}; none are fine.`,
    repeated.length > 0 &&
      `Requests that fetched the same 128 KB or more again within 3 minutes: ${repeated.length}.`,
  ].filter((line) => line !== false)
}
