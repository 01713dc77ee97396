import { writeFile } from 'node:fs/promises'
import endWorld from '../../test/setup/contract-end'
import startWorld from '../../test/setup/contract'
import { judge } from './judge'
import { chinesePage, englishPage } from './page'
import { lineAt, readDocuments } from './printed'
import { rows } from './rows/rows'
import { lineOf, sumsOf, type Outcome } from './table'
import { openDocumentWorld } from './world'

const print = (line: string) => void process.stdout.write(`${line}\n`)

/** Judges every row of the documents in the folder SEEDS, prints the table, and writes docs/conformance. */
const main = async (): Promise<void> => {
  const folder = process.env['SEEDS']
  if (folder === undefined) throw new Error('Set SEEDS to the folder with the five documents.')
  const documents = readDocuments(folder)
  const wanted = process.argv[2] ?? ''
  const chosen = rows.filter(({ at, what }) => `${at} ${what}`.includes(wanted))
  for (const { at } of chosen) lineAt(documents, at)
  await startWorld()
  const outcomes: Outcome[] = []
  try {
    const world = openDocumentWorld(documents)
    for (const row of chosen) {
      const outcome = await judge(world, row)
      outcomes.push(outcome)
      print(lineOf(outcome))
    }
  } finally {
    await endWorld()
  }
  const sums = sumsOf(outcomes)
  print(JSON.stringify({ rows: outcomes.length, ...sums }))
  if (wanted === '') {
    await writeFile('docs/conformance.md', await chinesePage(outcomes))
    await writeFile('docs/conformance.en.md', await englishPage(outcomes))
  }
  if (sums.differs > 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
