/** A text to put in the place of `source.slice(start, end)`. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** One small mistake in a file. */
export interface Mutant extends Change {
  /** The file's path from the root of the repository. */
  readonly file: string
  /** The first line that is different, counted from 1. */
  readonly line: number
  /** The whole lines concerned, white space collapsed, without and with the mistake: they name it wherever it moves. */
  readonly before: string
  readonly after: string
}

/** The source with the change made. */
export const changed = (source: string, { start, end, text }: Change): string =>
  source.slice(0, start) + text + source.slice(end)

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The mutant that a change of this file is. */
export const mutantOf = (file: string, source: string, change: Change): Mutant => {
  const from = source.lastIndexOf('\n', change.start - 1) + 1
  const newline = source.indexOf('\n', change.end)
  const to = newline === -1 ? source.length : newline
  return {
    ...change,
    file,
    line: source.slice(0, change.start).split('\n').length,
    before: inOneLine(source.slice(from, to)),
    after: inOneLine(source.slice(from, change.start) + change.text + source.slice(change.end, to)),
  }
}
