import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const END_WITH_WATCHER = new URL('./end-with-watcher.mjs', import.meta.url).href
const TSX = import.meta.resolve('tsx')
// A little more than the server takes at most.
const KILL_AFTER_MS = 10_000

/** A server that the watcher has started. */
export interface Child {
  /** Resolves to its exit code when it has ended, null after a signal. */
  readonly ended: Promise<number | null>
  /** Ends it and resolves, as `ended` does, once it is gone. */
  readonly stop: () => Promise<number | null>
}

/**
 * Starts the server `entry` and passes on what it prints; `onListening` is called at its ready line. It has a process
 * group of its own: of a signal to the group of the watcher it hears once, by the watcher.
 */
export const startChild = (
  entry: string,
  env: Readonly<Record<string, string | undefined>>,
  onListening: () => void,
): Child => {
  const child = spawn(process.execPath, ['--import', TSX, '--import', END_WITH_WATCHER, entry], {
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  })
  if (child.stdout !== null) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      process.stdout.write(`${line}\n`)
      if (line.startsWith('listening on ')) onListening()
    })
  }
  const ended = once(child, 'close').then(() => child.exitCode)
  return {
    ended,
    stop: () => {
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref()
      return ended
    },
  }
}
