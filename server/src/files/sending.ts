import { ApiError } from '../errors'

const RETRY_AFTER_SECONDS = 1

/** The most bytes of files that are being sent at once: to all together, and to one receiver. */
export interface SendingLimits {
  readonly most: number
  readonly mostOfOne: number
}

/** Counts a file that is about to be sent; returns what to call, once or more often, when it has been or its connection is closed. */
export type Sending = (receiver: string, bytes: number) => () => void

/**
 * Counts the bytes that wait in memory for slow receivers. The function it returns throws a 503 for a file beyond
 * the limits; one file alone is always sent.
 */
export const createSending = ({ most, mostOfOne }: SendingLimits): Sending => {
  let total = 0
  const held = new Map<string, number>()
  const add = (receiver: string, bytes: number) => {
    total += bytes
    const left = (held.get(receiver) ?? 0) + bytes
    if (left > 0) held.set(receiver, left)
    else held.delete(receiver)
  }
  return (receiver, bytes) => {
    const own = held.get(receiver) ?? 0
    const isOver = (total > 0 && total + bytes > most) || (own > 0 && own + bytes > mostOfOne)
    if (isOver) {
      throw new ApiError(
        'downloads_busy',
        'Too many files are being sent: try again in a second.',
        {
          retry_after: RETRY_AFTER_SECONDS,
        },
      )
    }
    add(receiver, bytes)
    let isHeld = true
    return () => {
      if (isHeld) add(receiver, -bytes)
      isHeld = false
    }
  }
}
