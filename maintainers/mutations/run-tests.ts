import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { Mutation } from './mutation'

const JEST = createRequire(resolve('package.json')).resolve('jest/bin/jest')

export interface Verdict {
  /** The titles of the tests that ran, by how they ended. */
  passed: readonly string[]
  failed: readonly string[]
  printed: string
}

/** The part of Jest's JSON report that is read here. */
interface Report {
  numRuntimeErrorTestSuites: number
  testResults: readonly {
    message: string
    assertionResults: readonly { title: string; status: string }[]
  }[]
}

/**
 * Runs one test file in a copy of the project. Rejects, with what was printed, when the tests could not run at all:
 * a build or a module that fails is no test that fails.
 */
export const runTests = async (
  folder: string,
  { project, file }: Pick<Mutation['caughtBy'], 'project' | 'file'>,
): Promise<Verdict> => {
  const output = join(folder, 'verdict.json')
  await rm(output, { force: true })
  const printed = await jest(folder, [
    `--selectProjects=${project}`,
    ...['--json', `--outputFile=${output}`],
    // A busy machine is no mistake; a mistake may leave anything open.
    ...['--testTimeout=90000', '--forceExit'],
    ...['--runTestsByPath', file],
  ])
  const report = await readFile(output, 'utf8').then(
    (text) => JSON.parse(text) as Report,
    () => undefined,
  )
  const tests = report?.testResults.flatMap(({ assertionResults }) => assertionResults) ?? []
  if (report === undefined || report.numRuntimeErrorTestSuites > 0 || tests.length === 0) {
    throw new Error(`The tests of ${file} could not run:\n${printed}`)
  }
  const titled = (status: string) =>
    tests.filter((test) => test.status === status).map(({ title }) => title)
  return { passed: titled('passed'), failed: titled('failed'), printed }
}

/** Runs Jest and returns what it printed, however it ends. */
const jest = (cwd: string, options: readonly string[]): Promise<string> => {
  const child = spawn(process.execPath, [JEST, ...options], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let printed = ''
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', () => done(printed))
  })
}
