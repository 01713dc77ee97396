import { parseArgs } from 'node:util'
import { isUserId } from '../ids'
import { commandOf, textIn, type Command, type CommandName } from './command'
import { Misuse } from './refusal'

const OPTIONS = {
  reveal: { type: 'boolean' },
  session: { type: 'string' },
  appid: { type: 'string' },
  force: { type: 'boolean' },
  out: { type: 'string' },
  yes: { type: 'boolean' },
  as: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

type Option = keyof typeof OPTIONS

/** The commands, with the options that each takes besides those that all take. */
const COMMANDS = {
  find: [],
  show: ['reveal'],
  sessions: [],
  block: ['yes'],
  unblock: [],
  'end-sessions': ['session', 'yes'],
  unlink: ['appid', 'force', 'yes'],
  export: ['out'],
  erase: ['yes'],
  import: ['yes', 'out'],
} as const satisfies Readonly<Record<CommandName, readonly Option[]>>

// What a command takes that takes no id of an account.
const SUBJECTS: Readonly<Partial<Record<CommandName, string>>> = {
  find: 'text',
  import: 'file',
}

/** A command line that was understood. */
export type CommandLine = Command & {
  readonly output: 'text' | 'json'
  readonly as: string | null
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name)

const parsed = (name: CommandName, args: readonly string[]) => {
  const allowed: readonly Option[] = [...COMMANDS[name], 'as', 'json', 'help']
  const options = Object.fromEntries(allowed.map((option) => [option, OPTIONS[option]]))
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    // The parser's sentences name the option and quote no value.
    throw new Misuse(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * Reads what follows the program's name; returns 'help' when that is asked for. Throws a `Misuse` for a command or
 * option that does not exist, or a subject that is missing or malformed.
 */
export const readCommandLine = (args: readonly string[]): CommandLine | 'help' => {
  const [name = '', ...rest] = args
  if (name === '--help' || name === 'help') return 'help'
  if (!isCommand(name)) throw new Misuse(`The first word has to be a command: see --help.`)
  const { values, positionals } = parsed(name, rest)
  if (values['help'] === true) return 'help'

  const [subject = '', ...others] = positionals
  if (subject === '' || others.length > 0) {
    throw new Misuse(`${name} takes exactly one ${SUBJECTS[name] ?? 'id'}: see --help.`)
  }
  if (SUBJECTS[name] === undefined && !isUserId(subject)) {
    throw new Misuse(`${name} takes the id of an account, a number: look it up with find.`)
  }
  return {
    ...commandOf(name, subject, values),
    output: values['json'] === true ? 'json' : 'text',
    as: textIn(values, 'as'),
  }
}
