import { isUuid } from '../ids'
import { Misuse } from './refusal'

/** A command that is carried out once it has been confirmed: `asked` for the id of the account, or `given` by --yes. */
export type Destroying = { readonly id: number; readonly confirmation: 'asked' | 'given' } & (
  | { readonly name: 'block' | 'erase' }
  | { readonly name: 'end-sessions'; readonly session: string | null }
  | {
      readonly name: 'unlink'
      readonly appid: string | null
      readonly lastMethod: 'kept' | 'may-go'
    }
)

/** A command with what it takes. */
export type Command =
  | { readonly name: 'find'; readonly text: string }
  | {
      readonly name: 'import'
      readonly file: string
      readonly mode: 'dry-run' | 'write'
      readonly out: string | null
    }
  | { readonly name: 'show'; readonly id: number; readonly personalData: 'masked' | 'whole' }
  | { readonly name: 'sessions' | 'unblock'; readonly id: number }
  | { readonly name: 'export'; readonly id: number; readonly out: string | null }
  | Destroying

/** The name of a command. */
export type CommandName = Command['name']

/** The options of a command line as they were parsed. */
type Values = Readonly<Record<string, unknown>>

/** The text of an option; null when it is not given. */
export const textIn = (values: Values, option: string): string | null => {
  const value = values[option]
  return typeof value === 'string' ? value : null
}

const sessionIn = (values: Values): string | null => {
  const session = textIn(values, 'session')
  if (session === null || isUuid(session)) return session
  throw new Misuse('--session takes the id of a session as "sessions" prints it.')
}

/**
 * The command of this name, on its subject and with the options that it takes. Throws a `Misuse` for an option that is
 * malformed.
 */
export const commandOf = (name: CommandName, subject: string, values: Values): Command => {
  const id = Number(subject)
  const confirmation = values['yes'] === true ? 'given' : 'asked'
  const out = textIn(values, 'out')
  switch (name) {
    case 'find':
      return { name, text: subject }
    case 'import':
      return { name, file: subject, mode: values['yes'] === true ? 'write' : 'dry-run', out }
    case 'show':
      return { name, id, personalData: values['reveal'] === true ? 'whole' : 'masked' }
    case 'sessions':
    case 'unblock':
      return { name, id }
    case 'export':
      return { name, id, out }
    case 'block':
    case 'erase':
      return { name, id, confirmation }
    case 'end-sessions':
      return { name, id, confirmation, session: sessionIn(values) }
    case 'unlink': {
      const lastMethod = values['force'] === true ? 'may-go' : 'kept'
      return { name, id, confirmation, appid: textIn(values, 'appid'), lastMethod }
    }
  }
}
