import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

/** One of the processes that make up the running product. */
export interface PartSpec {
  name: string
  /** Arguments of `node`. */
  args: string[]
  env: Readonly<Record<string, string | undefined>>
  /** The first line that matches means: ready. */
  readyWhen: RegExp
  /** Lines without information for a person. */
  noise?: RegExp
}

export interface Part {
  name: string
  /** Resolves at the ready line; rejects when the process ends before it. */
  ready: Promise<void>
  /** Resolves when the process has ended, however it did. */
  ended: Promise<void>
  /** Asks the process and those it started to end; what has not ended after five seconds is killed. */
  stop: () => void
  /** Kills the process and those it started. */
  kill: () => void
}

const KILL_AFTER_MS = 5_000
const ESCAPES = /\u001b\[[0-9;?]*[A-Za-z]/g

/**
 * Starts one process and hands every line it prints to `say`. It gets a process group of its own, so that stopping
 * it takes its children along.
 */
export const startPart = (spec: PartSpec, say: (name: string, line: string) => void): Part => {
  const child = spawn(process.execPath, spec.args, {
    env: { ...process.env, ...spec.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const ready = new Promise<void>((resolve, reject) => {
    const onLine = (raw: string) => {
      const line = raw.replace(ESCAPES, '').trim()
      if (line === '' || spec.noise?.test(line)) return
      say(spec.name, line)
      if (spec.readyWhen.test(line)) resolve()
    }
    createInterface({ input: child.stdout }).on('line', onLine)
    createInterface({ input: child.stderr }).on('line', onLine)
    void ended.then(() => reject(new Error(`The ${spec.name} ended before it was ready.`)))
  })
  return { name: spec.name, ready, ended, stop: () => stop(child), kill: () => kill(child) }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode !== null || signalCode !== null

const kill = (child: ChildProcess): void => {
  if (!hasEnded(child)) signal(child, 'SIGKILL')
}

const stop = (child: ChildProcess): void => {
  if (hasEnded(child)) return
  signal(child, 'SIGTERM')
  setTimeout(() => signal(child, 'SIGKILL'), KILL_AFTER_MS).unref()
}

const signal = (child: ChildProcess, name: 'SIGTERM' | 'SIGKILL'): void => {
  if (child.pid === undefined) return
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'])
    return
  }
  try {
    process.kill(-child.pid, name)
  } catch {
    // The whole group has ended by itself.
  }
}
