// PostgreSQL reads no year of five digits, or before the first, as JavaScript writes it.
const LATEST_MS = Date.UTC(9999, 11, 31)

/** The fields of a record by their names. */
export type Fields = Readonly<Record<string, unknown>>

// No database column holds NUL or half a surrogate pair.
const UNSTORABLE = /[\0\p{Surrogate}]/u

/** The text of the first of these fields that has one; null for none. Numbers count as text. */
export const textOf = (fields: Fields, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const value = fields[name]
    if (typeof value === 'number') return String(value)
    if (typeof value === 'string' && value !== '' && !UNSTORABLE.test(value)) return value
  }
  return null
}

/** Whether one of these fields holds anything, be it text or not. */
export const isGiven = (fields: Fields, ...names: readonly string[]): boolean =>
  names.some((name) => ![undefined, null, ''].some((nothing) => fields[name] === nothing))

/** Whether the first of these fields that is there says yes: true, 1, "true" or "1". */
export const isTrue = (fields: Fields, ...names: readonly string[]): boolean => {
  const value = names.map((name) => fields[name]).find((each) => each !== undefined)
  if (typeof value === 'string') return ['true', '1'].includes(value.toLowerCase())
  return value === true || value === 1
}

/** The moment in a text, in Unix seconds or ISO 8601, of the years 1970 to 9999; null for none. */
export const momentIn = (text: string): Date | null => {
  const moment = /^\d{1,11}(\.\d+)?$/.test(text) ? new Date(Number(text) * 1000) : new Date(text)
  // False for NaN too.
  return moment.getTime() >= 0 && moment.getTime() <= LATEST_MS ? moment : null
}
