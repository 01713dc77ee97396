import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const TEST = 'server/test/ownership.test.ts'

/** What to run: how many stories, from which seed, and whether a story that breaks is made shorter. */
export interface Run {
  readonly stories: number
  readonly seed: number
  readonly shrink: 'yes' | 'no'
  /** A PostgreSQL to run on; PGlite unless given. */
  readonly postgresUrl?: string
}

/** What became of them: how many were told, and the story that broke an invariant. */
export interface Outcome {
  readonly stories: number
  readonly seed: number
  readonly broken: string | null
}

/**
 * Runs stories on the server of the checkout in `folder`, in a process of their own: Jest is the one that makes argon2
 * cheap. Rejects, with what was printed, when they could not run.
 */
export const runStories = async (
  folder: string,
  { stories, seed, shrink, postgresUrl }: Run,
): Promise<Outcome> => {
  const home = await mkdtemp(join(tmpdir(), 'ownership-'))
  const report = join(home, 'report.json')
  const jest = createRequire(join(folder, 'package.json')).resolve('jest/bin/jest')
  const flags = ['--runInBand', '--forceExit', '--selectProjects=server', '--runTestsByPath', TEST]
  try {
    const child = spawn(process.execPath, [jest, ...flags], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        OWNERSHIP_STORIES: String(stories),
        OWNERSHIP_SEED: String(seed),
        OWNERSHIP_SHRINK: shrink,
        OWNERSHIP_REPORT: report,
        ...(postgresUrl !== undefined && { TEST_POSTGRES_URL: postgresUrl }),
      },
    })
    let printed = ''
    child.stderr.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
    await once(child, 'close')
    const text = await readFile(report, 'utf8').catch(() => {
      throw new Error(`The stories could not run:\n${printed}`)
    })
    return JSON.parse(text) as Outcome
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
