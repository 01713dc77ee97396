import { readFile } from 'node:fs/promises'
import { deviceOf } from '../phone'
import { readReport } from '../report'
import { runProbe } from '../run-probe'
import { compareReports } from './compare'
import { wordsOf } from './words'

const textOf = (path: string) =>
  readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`There is no report to read at ${path}.`, { cause })
  })

/** Exit codes, as of `diff`: 0 alike, 1 different, 2 nothing could be compared. */
const compare = async (path: string | undefined) => {
  if (path === undefined) {
    throw new Error('Name the report: npm run probe:compare -- report.json')
  }
  const phone = readReport(await textOf(path))
  const simulated = await runProbe(deviceOf(phone.on))
  const comparison = compareReports(phone, simulated.report)
  for (const line of wordsOf(comparison)) process.stdout.write(`${line}\n`)
  if (comparison.differences.some(({ kind }) => kind === 'differs')) process.exitCode = 1
}

compare(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})
