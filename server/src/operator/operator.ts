import { userInfo } from 'node:os'
import type { Context } from '../context'
import { Misuse } from './refusal'

/** The person at the command line, and what their commands work on. */
export interface Operator {
  readonly context: Context
  /** Goes into the audit trail. */
  readonly name: string
  /** Asks the person and resolves to the line typed, '' when they left; null where there is no terminal. */
  readonly ask: ((question: string) => Promise<string>) | null
}

const NAME = /^[\p{L}\p{M}\p{N}._@ +-]{1,64}$/u

const systemName = (): string => {
  try {
    return userInfo().username
  } catch {
    // A container may run under a user id that has no name.
    return ''
  }
}

/** The name that the audit trail gets: `given`, or that of the system's user. Throws a `Misuse` when it is no name. */
export const operatorName = (given: string | null, system = systemName): string => {
  const name = (given ?? system()).trim()
  if (NAME.test(name)) return name
  throw new Misuse('Say who you are, for the audit trail: --as NAME, letters and digits.')
}
