export type Raw = Readonly<Record<string, string | undefined>>
export type Parsed<T> = { value: T } | { fault: string }

/** Reads one variable; what is wrong with it goes to the reader's faults, and `whenFaulty` is given instead. */
export type ReadField = <T>(name: string, parse: (text: string) => Parsed<T>, whenFaulty: T) => T

/** Makes a reader of `raw` that collects one sentence per fault, each naming its variable. */
export const fieldReader = (raw: Raw): { read: ReadField; faults: string[] } => {
  const faults: string[] = []
  const read: ReadField = (name, parse, whenFaulty) => {
    const text = raw[name]?.trim() ?? ''
    const parsed = text === '' ? { fault: 'is missing; set it in .env or the shell' } : parse(text)
    if ('value' in parsed) return parsed.value
    faults.push(`${name} ${parsed.fault}.`)
    return whenFaulty
  }
  return { read, faults }
}

export const origin = (text: string): Parsed<string> =>
  /^https?:\/\/[^\s/?#]+\/?$/.test(text)
    ? { value: text.replace(/\/$/, '') }
    : { fault: `is "${text}"; give an origin such as https://example.com, without a path` }

export const token = (text: string): Parsed<string> =>
  /^[\w.-]+$/.test(text)
    ? { value: text }
    : { fault: `is "${text}"; only letters, digits, ".", "_" and "-" are allowed` }

export const flag = (text: string): Parsed<boolean> =>
  text === 'true' || text === 'false'
    ? { value: text === 'true' }
    : { fault: `is "${text}"; give true or false` }

/** One of a closed list of words. */
export const oneOf =
  <Word extends string>(...words: readonly Word[]) =>
  (text: string): Parsed<Word> => {
    const value = words.find((word) => word === text)
    return value === undefined ? { fault: `is "${text}"; give ${words.join(' or ')}` } : { value }
  }
