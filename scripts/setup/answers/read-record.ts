import { FEATURES } from '../features/feature'
import type { Answers } from './answers'
import { isFields, type Fields } from './fields'
import { ANSWER_KEYS, readAnswers } from './read-answers'

/** What a project's template.json says of how it was made. */
export interface Recorded {
  readonly answers: Answers
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** The version of the template that it was made from first. */
  readonly created: string
}

const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

/** The answers as this version knows them: what only another version asks is left out. */
const knownAnswers = (answers: Fields): Fields => {
  const known = Object.entries(answers).filter(([key]) => ANSWER_KEYS.some((it) => it === key))
  const { keep, ...rest } = Object.fromEntries(known)
  if (!Array.isArray(keep)) return rest
  return { ...rest, keep: (keep as unknown[]).filter((word) => FEATURES.some((it) => it === word)) }
}

/**
 * Reads a template.json, of this version or another.
 * @returns what it records, or one sentence per fault
 */
export const readRecord = (value: unknown): Recorded | { faults: string[] } => {
  const { answers, date, version, created } = fieldsOf(value)
  const read = readAnswers(knownAnswers(fieldsOf(answers)))
  if ('faults' in read) return read
  if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    return { faults: ['"date" of the record is written YYYY-MM-DD.'] }
  }
  const first = created ?? version
  if (typeof first !== 'string') return { faults: ['The record names no version.'] }
  return { answers: read.answers, date, created: first }
}
