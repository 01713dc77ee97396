import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The documents by their number, as lines: '004' → ['…', '…']. */
export type Documents = ReadonlyMap<string, readonly string[]>

/** Reads every `NNN-*.md` of a folder. Throws when there is none. */
export const readDocuments = (folder: string): Documents => {
  const files = readdirSync(folder).filter((name) => /^\d{3}-.*\.md$/.test(name))
  if (files.length === 0) throw new Error(`There are no documents in ${folder}.`)
  return new Map(
    files.map((name) => [name.slice(0, 3), readFileSync(join(folder, name), 'utf8').split('\n')]),
  )
}

/** A line by its place, `004:32`. Throws when the document has no such line. */
export const lineAt = (documents: Documents, at: string): string => {
  const [document = '', line = ''] = at.split(':')
  const text = documents.get(document)?.[Number(line) - 1]
  if (text === undefined) throw new Error(`There is no line ${at}.`)
  return text
}

/**
 * The sample that is printed from one line to another, both included, as code: without the numbers that one of the
 * documents prints before its lines.
 */
export const sampleAt = (
  documents: Documents,
  document: string,
  from: number,
  to: number,
): string =>
  (documents.get(document) ?? [])
    .slice(from - 1, to)
    .map((line) => line.replace(/^ {2}\d+\. /, ''))
    .join('\n')
