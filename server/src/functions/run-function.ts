import { readFile } from 'node:fs/promises'
import type { AnswerCall } from './calls'
import { findIsolation } from './isolation'
import { runInProcess, type Outcome } from './run-process'

/**
 * Runs the function in `file` on `event` (JSON), in a process of its own that is isolated as far as this machine lets
 * us (isolation.ts) and killed after `limitMs` or by `stop`. Rejects only when `file` cannot be read.
 */
export const runFunction = async (
  file: string,
  event: string,
  limitMs: number,
  answer: AnswerCall,
  stop: AbortSignal,
): Promise<Outcome> => {
  const [source, { starter }] = await Promise.all([readFile(file, 'utf8'), findIsolation()])
  return runInProcess(starter, { source, event, limitMs }, answer, stop)
}
