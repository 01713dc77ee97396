/** A name in the spellings that code, tables and screens need. */
export interface Name {
  /** As it was given: `tea-orders`. */
  readonly kebab: string
  /** `TeaOrders` */
  readonly pascal: string
  /** `teaOrders` */
  readonly camel: string
  /** `tea_orders` */
  readonly snake: string
  /** `Tea orders` */
  readonly words: string
}

const WORDS = /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/
const LONGEST = 30

/** Names that would break the code they are written into. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield ' +
    'page index app test tests pages constructor prototype'
  ).split(' '),
)

/** Names that Windows keeps for devices: a file of such a name, whatever its ending, cannot be checked out there. */
const DEVICES = /^(con|prn|aux|nul|(com|lpt)[0-9])$/

/** Folders that git, the linter and the generators pass over (.gitignore), wherever they lie. */
const IGNORED = new Set(['dist', 'coverage'])

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Reads a name in kebab-case; throws a sentence that says what is wrong with it. */
export const readName = (given: string): Name => {
  if (!WORDS.test(given) || given.length > LONGEST) {
    throw new Error(
      `"${given}" is no name for this: write lower-case words joined by hyphens, each begun by a letter, at most ${LONGEST} characters, as in "tea-orders".`,
    )
  }
  if (DEVICES.test(given)) {
    throw new Error(`"${given}" is the name of a device on Windows, where no file can have it.`)
  }
  if (IGNORED.has(given)) {
    throw new Error(`"${given}" is a folder that git ignores: what lies there is never committed.`)
  }
  if (RESERVED.has(given)) {
    throw new Error(`"${given}" is a reserved word, and cannot be a name here.`)
  }
  const words = given.split('-')
  const pascal = words.map(capital).join('')
  return {
    kebab: given,
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    snake: words.join('_'),
    words: capital(words.join(' ')),
  }
}
