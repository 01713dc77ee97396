import type { Problem } from './account'
import { isGiven, textOf, type Fields } from './values'

/** Reads the fields of one record, and notes of each that is there and cannot be taken what is wrong with it. */
export interface RecordReader {
  /**
   * What `parse` makes of the text of a field; null when there is none. A field that holds no text, or text for which
   * `parse` throws or returns null, is a problem: the latter for this reason.
   */
  readonly field: <T>(name: string, parse: (text: string) => T | null, reason?: string) => T | null
  /** As `field`, of one that is called `_username` or `username`. */
  readonly named: <T>(name: string, parse: (text: string) => T | null) => T | null
  /** Notes a problem where there is no value, and returns an empty one in its place. */
  readonly kept: <T extends object>(what: string, value: T | null, reason: string) => Partial<T>
  /** What could not be taken so far. */
  readonly problems: readonly Problem[]
}

const MALFORMED = 'is malformed'

const parsed = <T>(text: string, parse: (text: string) => T | null): T | null => {
  try {
    return parse(text)
  } catch {
    return null
  }
}

/** A reader of the record at this line of the file, which describes the account of this id. */
export const recordReader = (line: number, id: number, fields: Fields): RecordReader => {
  const problems: Problem[] = []
  const problem = (field: string, reason: string) => void problems.push({ line, id, field, reason })

  const read = <T>(
    field: string,
    names: readonly string[],
    parse: (text: string) => T | null,
    reason: string,
  ): T | null => {
    const text = textOf(fields, ...names)
    if (text === null) {
      if (isGiven(fields, ...names)) problem(field, MALFORMED)
      return null
    }
    const value = parsed(text, parse)
    if (value === null) problem(field, reason)
    return value
  }

  return {
    problems,
    field: (name, parse, reason = MALFORMED) => read(name, [name], parse, reason),
    named: (name, parse) => read(name, [`_${name}`, name], parse, MALFORMED),
    kept: (what, value, reason) => {
      if (value === null) problem(what, reason)
      return value ?? {}
    },
  }
}
