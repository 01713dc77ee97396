import { nestingOf } from '../json-nesting'

/**
 * The deepest nesting that a function may get or return. JSON.stringify is recursive and overflows the stack at some
 * thousands of levels, while JSON.parse reads any depth.
 */
export const DEEPEST = 200

/** Whether a value read from JSON is nested more than `DEEPEST` levels deep. */
export const isTooDeep = (value: unknown): boolean => {
  try {
    return nestingOf(JSON.stringify(value)) > DEEPEST
  } catch {
    // Of a value read from JSON nothing else can fail than the recursion.
    return true
  }
}
