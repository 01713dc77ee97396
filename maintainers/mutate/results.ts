import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { changed, type Mutant } from './mutant'

/** How a mutant ended. `timed-out` counts as killed: the tests did not pass. */
export type Outcome = 'killed' | 'timed-out' | 'survived'

/** One line of the file of results. */
export interface Result {
  /** A hash of the mutated file: another text of the file is another mutant. */
  readonly id: string
  readonly file: string
  readonly outcome: Outcome
  /** The test file that failed first; empty for a survivor. */
  readonly killer: string
  readonly ms: number
}

const FOLDER = '.cache/mutate'
const FILE = `${FOLDER}/results.jsonl`

/** The id of a mutant of this source. */
export const idOf = (mutant: Mutant, source: string): string =>
  createHash('sha256').update(mutant.file).update(changed(source, mutant)).digest('base64url')

/** What earlier runs found. */
export const readResults = (): readonly Result[] =>
  existsSync(FILE)
    ? readFileSync(FILE, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): Result => JSON.parse(line))
    : []

/** Adds one result, so that a run that was broken off can be taken up again. */
export const keepResult = (result: Result): void => {
  mkdirSync(FOLDER, { recursive: true })
  appendFileSync(FILE, `${JSON.stringify(result)}\n`)
}
