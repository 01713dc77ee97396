import { fork } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ApiError } from '../errors'
import { readMessage } from './messages'
import { findStarter } from './starter'

/**
 * How a run ended. `failed` is an error of the function's own, by its name and message; `crashed` is everything
 * that is no answer at all: the time limit, memory, a kill.
 */
export type Outcome =
  | { readonly kind: 'done'; readonly data: unknown }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string }
  | { readonly kind: 'crashed'; readonly reason: string }

/** What a running function may ask of the server: the method's name and its arguments. */
export type AnswerCall = (method: string, args: readonly unknown[]) => Promise<unknown>

const RUNNER = fileURLToPath(new URL('./runner.mjs', import.meta.url))
// Node 20 knows the first spelling only, Node 24 the second only.
const PERMISSION_MODEL = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission'

/** The heap a run may use, in MB. What it keeps outside the heap, in buffers, is bounded by its time alone. */
export const MEMORY_MB = 128

/** The most calls a run may make of the server. */
const MOST_CALLS = 100

// Other errors might hold anything, and what a function hears its caller may hear too.
const tellable = (error: unknown): string =>
  error instanceof ApiError ? error.message : 'The server could not do it.'

/**
 * Runs the function in `file` on `event`, in a process of its own: no environment, a memory limit, reading
 * nothing but its own folder, writing and starting nothing, where the machine lets us without a network
 * (starter.ts), killed after `limitMs` or by `stop`. Never rejects.
 */
export const runFunction = async (
  file: string,
  event: object,
  limitMs: number,
  answer: AnswerCall,
  stop: AbortSignal,
): Promise<Outcome> => {
  const { execPath, args } = await findStarter()
  return new Promise((resolve) => {
    const child = fork(RUNNER, {
      env: {},
      execPath,
      signal: stop,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [
        ...args,
        `--max-old-space-size=${MEMORY_MB}`,
        PERMISSION_MODEL,
        `--allow-fs-read=${RUNNER}`,
        `--allow-fs-read=${dirname(file)}/*`,
        '--no-warnings',
      ],
    })
    const settle = (outcome: Outcome) => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      resolve(outcome)
    }
    const timer = setTimeout(
      () => settle({ kind: 'crashed', reason: `it ran for more than ${limitMs / 1000} seconds` }),
      limitMs,
    )

    child.on('error', () => settle({ kind: 'crashed', reason: 'it was stopped' }))
    child.on('exit', () => settle({ kind: 'crashed', reason: 'its process ended' }))
    let calls = 0
    const answered: AnswerCall = async (...call) => {
      calls += 1
      if (calls > MOST_CALLS)
        throw new ApiError(429, `A run makes at most ${MOST_CALLS} calls of the server.`)
      return answer(...call)
    }
    const reply = (message: object) => {
      if (child.connected) child.send(message, () => undefined)
    }
    child.on('message', (message) => {
      const said = readMessage(message)
      if (said.type === 'nonsense') settle({ kind: 'crashed', reason: 'it broke its own runner' })
      else if (said.type === 'done') settle({ kind: 'done', data: said.data })
      else if (said.type === 'failed')
        settle({ kind: 'failed', name: said.name, message: said.message })
      else
        answered(said.method, said.args).then(
          (data) => reply({ type: 'answer', id: said.id, data: JSON.stringify(data ?? null) }),
          (error: unknown) => reply({ type: 'refusal', id: said.id, message: tellable(error) }),
        )
    })
    child.send({ type: 'run', file, event: JSON.stringify(event) })
  })
}
