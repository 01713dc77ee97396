/** An object of parsed JSON. */
export type Fields = Readonly<Record<string, unknown>>

/** Reports what is wrong with the answers, in one sentence. */
export type Fault = (sentence: string) => void

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reports each key of the object `path` that is not among `known`. */
export const refuseOthers = (
  fields: Fields,
  known: readonly string[],
  path: string,
  fault: Fault,
) => {
  for (const key of Object.keys(fields).filter((it) => !known.includes(it))) {
    fault(`"${path}.${key}" is not known here; ${path} has ${known.join(', ')}.`)
  }
}
