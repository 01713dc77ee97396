import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { areas, type Project } from './areas'
import { FUNCTIONS_FILE } from './functions'
import { JEST } from './jest'

// What they run is run by processes that they start, which coverage does not see.
const IN_PROCESSES = ['/processes/', '/crash/', '/chaos/', '/ownership.test.ts']

/**
 * Runs the tests of these projects once, and keeps which functions of the areas each of them runs. Throws when Jest
 * cannot be started; a test that fails is kept as far as it came.
 */
export const collectFunctions = async (projects: readonly Project[]): Promise<void> => {
  const folders = areas.filter(({ project }) => projects.includes(project))
  mkdirSync(dirname(FUNCTIONS_FILE), { recursive: true })
  rmSync(FUNCTIONS_FILE, { force: true })
  const args = [
    ...['--selectProjects', ...projects],
    ...['--coverage', '--coverageProvider=v8', '--coverageReporters=json-summary'],
    `--coverageDirectory=${dirname(FUNCTIONS_FILE)}/coverage`,
    ...folders.map(({ folder }) => `--collectCoverageFrom=${folder}/**/*.{ts,tsx}`),
    '--reporters=./maintainers/mutate/functions-reporter.mjs',
    ...['--testPathIgnorePatterns', ...IN_PROCESSES],
  ]
  const child = spawn(process.execPath, [JEST, ...args], {
    stdio: 'inherit',
    env: { ...process.env, MUTATE_FUNCTIONS: FUNCTIONS_FILE },
  })
  await once(child, 'exit')
}
