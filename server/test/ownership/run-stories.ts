import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Check, Outcome } from './check'

const PROCESS = 'server/test/ownership/process.ts'

/** What to run, and where; PGlite unless a PostgreSQL is named. */
export interface Run extends Check {
  readonly postgresUrl?: string
}

/**
 * Runs stories on the server of the checkout in `folder`, in a process of their own. Rejects, with what was printed,
 * when they could not run.
 */
export const runStories = async (
  folder: string,
  { stories, seed, shrink, postgresUrl }: Run,
): Promise<Outcome> => {
  const flags = ['--import', 'tsx', join(folder, PROCESS), String(stories), String(seed), shrink]
  const child = spawn(process.execPath, flags, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...(postgresUrl !== undefined && { TEST_POSTGRES_URL: postgresUrl }),
    },
  })
  const [answer, printed, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  if (code !== 0) throw new Error(`The stories could not run:\n${printed}`)
  return JSON.parse(answer) as Outcome
}
