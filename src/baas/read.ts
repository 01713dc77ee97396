import { BaasError, CODE } from './errors'

export type Json = Readonly<Record<string, unknown>>

/** The fields of a JSON object; an empty object for anything else. */
export const fieldsOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}

/** Object.fromEntries, which iOS 12.0 and 12.1 lack. */
export const fromEntries = <Value>(
  entries: ReadonlyArray<readonly [name: string, value: Value]>,
): Record<string, Value> => {
  const fields: Record<string, Value> = {}
  for (const [name, value] of entries) fields[name] = value
  return fields
}

/** The fields but those of these names. */
export const without = (fields: Json, names: readonly string[]): Json =>
  fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))

/** A text as it is; '' for anything else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The error for an answer that lacks what the contract promises, `what` being the missing thing. */
export const badReply = (what: string): BaasError =>
  new BaasError(CODE.badReply, { serverMessage: `the reply holds no ${what}` })
