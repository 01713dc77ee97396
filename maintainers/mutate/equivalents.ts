import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import type { Mutant } from './mutant'

/** A mutant that no test can distinguish from the code, matched by its text: line numbers move. */
export interface Equivalent extends Pick<Mutant, 'file' | 'before' | 'after'> {
  /** Why there is no difference. */
  readonly because: string
}

const FILE = 'maintainers/mutate/equivalents.jsonc'

/** The list, from the root of the repository. */
export const readEquivalents = (): readonly Equivalent[] => {
  const { config, error } = ts.parseConfigFileTextToJson(FILE, readFileSync(resolve(FILE), 'utf8'))
  if (error !== undefined) throw new Error(`${FILE} is no JSON with comments.`)
  return (config as { equivalents: readonly Equivalent[] }).equivalents
}

/** Whether an entry is about this mutant. */
export const isAbout = (entry: Equivalent, { file, before, after }: Mutant): boolean =>
  entry.file === file && entry.before === before && entry.after === after
