import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { Project } from './areas'

/** Jest's own script. */
export const JEST = createRequire(resolve('package.json')).resolve('jest/bin/jest')

const IN_ORDER = `--testSequencer=${resolve('maintainers/mutate/in-given-order.mjs')}`

interface Ended {
  /** null when it was stopped because its time was over. */
  readonly code: number | null
  readonly printed: string
}

const jest = (
  folder: string,
  args: readonly string[],
  limitMs: number,
  tests: readonly string[] = [],
): Promise<Ended> => {
  // Beside the copies, which come and go: what was compiled once is found again.
  const cache = `--cacheDirectory=${resolve('.cache/mutate/jest')}`
  // A group of its own: a mutant may leave processes behind, and workers that no longer listen.
  const child = spawn(process.execPath, [JEST, cache, ...args], {
    cwd: folder,
    env: { ...process.env, MUTATE_TESTS: tests.join('\n') },
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
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  }
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
  project: Project,
  file: string,
): Promise<readonly string[]> => {
  const args = ['--selectProjects', project, '--listTests', '--findRelatedTests', file]
  const { printed } = await jest(folder, args, 120_000)
  const lines = printed.split('\n').filter((line) => /\.test\.tsx?$/.test(line))
  return lines.map((line) => line.replace(`${folder}/`, '')).sort()
}

/** What came of a run, and the test files that failed until it ended. */
export interface Run {
  readonly outcome: 'passed' | 'failed' | 'timed-out'
  readonly failed: readonly string[]
}

/** How long a run may take, on a busy machine: beyond it the mutant has no end. */
const START_MS = 60_000
const EACH_MS = 15_000

/** Runs test files in `folder`: in this order until the first one fails, or all. */
export const runTests = async (
  folder: string,
  project: Project,
  tests: readonly string[],
  until: 'first' | 'all',
): Promise<Run> => {
  const { code, printed } = await jest(
    folder,
    [
      ...['--selectProjects', project, '--silent', '--forceExit'],
      // One process keeps the order, and starts faster than workers do.
      ...(until === 'first' ? ['--bail', '--runInBand', IN_ORDER] : ['--maxWorkers=2']),
      ...['--runTestsByPath', ...tests],
    ],
    START_MS + tests.length * EACH_MS,
    tests,
  )
  const named = [...printed.matchAll(/^FAIL \S+ (\S+)/gm)].map(([, test = '']) => test)
  const failed = [...new Set(named)]
  if (code === null) return { outcome: 'timed-out', failed }
  return { outcome: code === 0 ? 'passed' : 'failed', failed }
}
