/** A change to one file of Taro or React, made when webpack reads it. */
export interface SourceEdit {
  /** The end of the file's path, with `/` between folders. */
  file: string
  edit: (text: string, path: string) => string
}

/**
 * Replaces text that occurs exactly once.
 * @throws a sentence with the missing text: Taro's file is no longer what a lever relies on
 */
export const replaceOnce = (text: string, from: string, to: string): string => {
  const at = text.indexOf(from)
  if (at === -1) throw new Error(`does not contain ${JSON.stringify(from)} any more`)
  if (text.includes(from, at + 1)) {
    throw new Error(`contains ${JSON.stringify(from)} more than once`)
  }
  return text.slice(0, at) + to + text.slice(at + from.length)
}

/** Applies replacements in order, each of text that occurs exactly once. */
export const replaceAllOnce = (
  text: string,
  replacements: ReadonlyArray<readonly [from: string, to: string]>,
): string => replacements.reduce((rest, [from, to]) => replaceOnce(rest, from, to), text)
