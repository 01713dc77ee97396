import { createHmac } from 'node:crypto'

/** Returns 64 bytes for a list of labels. */
export type Derive = (...labels: readonly (string | number)[]) => Buffer

/** Makes the one source of "random" values of a simulator: the same seed and labels always return the same bytes. */
export const createDerive =
  (seed: string): Derive =>
  (...labels) =>
    createHmac('sha512', seed).update(JSON.stringify(labels)).digest()

/**
 * Bytes that are never returned twice. They depend on how many were returned before and on the time `now`
 * (milliseconds), so that a simulator that is started again does not repeat the codes of its last run.
 */
export const createFresh = (derive: Derive, now: () => number): Derive => {
  let given = 0
  return (...labels) => {
    given += 1
    return derive('fresh', now(), given, ...labels)
  }
}

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The first `length` (≤ 64) bytes as letters and digits, the alphabet of login codes and access tokens. */
export const alphanumeric = (bytes: Buffer, length: number): string =>
  Array.from(bytes.subarray(0, length), (byte) => base62.charAt(byte % base62.length)).join('')
