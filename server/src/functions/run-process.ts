import { spawn, type ChildProcess } from 'node:child_process'
import { callQueue, type AnswerCall } from './calls'
import { readLines } from './lines'
import { readMessage } from './messages'
import type { Starter } from './starter'

/**
 * How a run ended. `failed` is an error of the function's own, by its name and message; `crashed` is everything
 * that is no answer at all: a limit, a kill, a broken runner.
 */
export type Outcome =
  | { readonly kind: 'done'; readonly data: unknown }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string }
  | { readonly kind: 'crashed'; readonly reason: string }

/** The code of a function, the JSON of its event, and how long it may run. */
export interface Work {
  readonly source: string
  readonly event: string
  readonly limitMs: number
}

/** 1 MiB of answer, as runner.mjs allows, and the envelope around it. A pipe hands over up to 64 KB at once. */
const LIMITS = { lineBytes: 1025 * 1024, totalBytes: 8 * 1024 * 1024, pieces: 5_000 }
// In a folder that holds no time zones a run would fall back to UTC.
const ENVIRONMENT = { TZ: Intl.DateTimeFormat().resolvedOptions().timeZone }

// The starter may stand between us and the run; both are in a process group of their own.
const killGroup = (child: ChildProcess): void => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

const start = ({ command }: Starter, limitMs: number, signal: AbortSignal): ChildProcess => {
  const [program, ...args] = command(limitMs)
  return spawn(program, args, {
    env: ENVIRONMENT,
    // A process group of its own, or a signal to its group would reach ours.
    detached: true,
    signal,
    killSignal: 'SIGKILL',
    stdio: ['pipe', 'pipe', 'ignore'],
  })
}

/**
 * Runs a function in a process that `starter` starts, and ends the process: after `limitMs`, by `stop`, when it says
 * more than the limits allow or anything we do not know. Answers its calls one after the other. Never rejects.
 */
export const runInProcess = (
  starter: Starter,
  { source, event, limitMs }: Work,
  answer: AnswerCall,
  stop: AbortSignal,
): Promise<Outcome> =>
  new Promise<Outcome>((resolve) => {
    const child = start(starter, limitMs, stop)
    const { stdin, stdout } = child
    let isOver = false
    const settle = (outcome: Outcome) => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      killGroup(child)
      stdin?.destroy()
      stdout?.destroy()
      resolve(outcome)
    }
    const crash = (reason: string) => settle({ kind: 'crashed', reason })
    const timer = setTimeout(() => crash(`it ran for more than ${limitMs / 1000} seconds`), limitMs)
    child.on('error', () => crash('it was stopped'))
    child.on('close', () => crash('its process ended'))
    // Without pipes the process was not started, and its error event follows.
    if (stdin === null || stdout === null) return
    // What it does to its ends of the pipes shows as its end.
    stdin.on('error', () => undefined)
    stdout.on('error', () => undefined)

    const say = (line: string) => {
      if (!isOver) stdin.write(`${line}\n`)
    }
    const call = callQueue(answer, say, () => isOver)
    let isReady = false
    const hear = (line: string) => {
      const said = readMessage(line)
      if (said.type === 'nonsense') return crash(said.reason)
      if (said.type === 'done') return settle({ kind: 'done', data: said.data })
      if (said.type === 'failed') {
        return settle({ kind: 'failed', name: said.name, message: said.message })
      }
      if (said.type === 'call') {
        if (call(said) === 'too-many') crash('it made too many calls of the server')
        return
      }
      if (isReady) return crash('it broke its own runner')
      isReady = true
      // Not before: what the starter sets up for the end of the run is in force now.
      say(`{"type":"run","source":${JSON.stringify(source)},"event":${event}}`)
    }
    readLines(stdout, LIMITS, hear, crash, () => isOver)
  }).catch((): Outcome => ({ kind: 'crashed', reason: 'it could not be started' }))
