const membersOf = (value: object): string =>
  Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${jsonIdentity(member)}`)
    .join()

/**
 * One text for each JSON value: two values have the same one exactly when `isDeepStrictEqual` calls them equal, whatever
 * the order of their members. It takes one pass, so that lists are compared by a set of these texts.
 */
export const jsonIdentity = (value: unknown): string => {
  // JSON text can spell both, and `JSON.stringify` writes them as 0 and null.
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(jsonIdentity).join()}]`
  return `{${membersOf(value)}}`
}
