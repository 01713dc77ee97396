import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runMain } from '../../scripts/code/run-main'
import endWorld from '../../test/setup/contract-end'
import startWorld from '../../test/setup/contract'
import { startWorld as startAnotherWorld } from '../../test/setup/world'
import { openWorld } from '../../test/contract/kit/world'
import { judge } from './judge'
import { chinesePage, englishPage } from './page'
import { lineAt, readDocuments, sampleAt, type Documents } from './printed'
import { PRINTED_FUNCTION } from './rows/cloud-function'
import { rows } from './rows/rows'
import { lineOf, sumsOf, type Outcome } from './table'
import { openDocumentWorld } from './world'

const print = (line: string) => void process.stdout.write(`${line}\n`)

/** Our cloud functions, and the one that document 000 prints, in a folder of their own. */
const deployed = async (documents: Documents): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'functions-'))
  await cp('cloud/functions', folder, { recursive: true })
  await mkdir(join(folder, PRINTED_FUNCTION))
  await writeFile(join(folder, PRINTED_FUNCTION, 'index.js'), sampleAt(documents, '000', 28, 36))
  return folder
}

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
  const functions = await deployed(documents)
  const switchedOff = await startAnotherWorld({
    SDK_USER_INFO_UPDATE: 'off',
    FUNCTIONS_DIR: functions,
  })
  try {
    const world = openDocumentWorld(documents, openWorld(switchedOff))
    for (const row of chosen) {
      const outcome = await judge(world, row)
      outcomes.push(outcome)
      print(lineOf(outcome))
    }
  } finally {
    await switchedOff.stop()
    await rm(functions, { recursive: true, force: true })
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

runMain(main)
