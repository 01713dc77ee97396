import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { Area } from './areas'

const JEST = createRequire(resolve('package.json')).resolve('jest/bin/jest')

interface Ended {
  /** null when it was stopped because its time was over. */
  readonly code: number | null
  readonly printed: string
}

const jest = (folder: string, args: readonly string[], limitMs: number): Promise<Ended> => {
  // Beside the copies, which come and go: what was compiled once is found again.
  const cache = `--cacheDirectory=${resolve('.cache/mutate/jest')}`
  // A group of its own: a mutant may leave processes behind, and workers that no longer listen.
  const child = spawn(process.execPath, [JEST, cache, ...args], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // The group has ended already.
    }
  }
  let printed = ''
  let isLate = false
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const timer = setTimeout(() => {
    isLate = true
    stop()
  }, limitMs)
  // Before the folder it runs in is removed.
  process.prependOnceListener('exit', stop)
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) => {
      clearTimeout(timer)
      stop()
      process.removeListener('exit', stop)
      done({ code: isLate ? null : code, printed })
    })
  })
}

/** The tests that reach a file through imports, as paths from `folder`. */
export const relatedTests = async (
  folder: string,
  { project }: Area,
  file: string,
): Promise<readonly string[]> => {
  const args = ['--selectProjects', project, '--listTests', '--findRelatedTests', file]
  const { printed } = await jest(folder, args, 120_000)
  const lines = printed.split('\n').filter((line) => /\.test\.tsx?$/.test(line))
  return lines.map((line) => line.replace(`${folder}/`, '')).sort()
}

/** What came of a run: the first test file that failed, if one did. */
export interface Run {
  readonly outcome: 'passed' | 'failed' | 'timed-out'
  readonly failed: string
  readonly printed: string
}

/** How long a run may take, on a busy machine: beyond it the mutant has no end. */
const START_MS = 120_000
const EACH_MS = 30_000

/** Runs test files in `folder` until the first one fails. */
export const runTests = async (
  folder: string,
  { project }: Area,
  tests: readonly string[],
): Promise<Run> => {
  // Starting workers takes longer than a few test files do.
  const workers = tests.length < 5 ? '--runInBand' : '--maxWorkers=2'
  const { code, printed } = await jest(
    folder,
    [
      ...['--selectProjects', project, '--bail', '--silent', '--forceExit', workers],
      ...['--runTestsByPath', ...tests],
    ],
    START_MS + tests.length * EACH_MS,
  )
  const failed = /^FAIL \S+ (\S+)/m.exec(printed)?.[1] ?? ''
  if (code === null) return { outcome: 'timed-out', failed, printed }
  return { outcome: code === 0 ? 'passed' : 'failed', failed, printed }
}
