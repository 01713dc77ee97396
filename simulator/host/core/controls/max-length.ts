/** Longest text of an input that says nothing of it (component reference "input", maxlength). */
const MAX_LENGTH = 140

/**
 * Returns how many characters an input or textarea takes by its attribute `maxlength`: 140 where it is not set, any
 * number where it is negative (component reference "input").
 */
export const maxLengthOf = (attribute: unknown): number => {
  const limit = Number(attribute ?? MAX_LENGTH)
  return limit < 0 ? Number.POSITIVE_INFINITY : limit
}
