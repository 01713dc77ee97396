import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { findProgram } from '../find-program'

/** A screen in memory: WebKitGTK has no headless mode. */
export interface Display {
  /** The value of DISPLAY for programs that draw on it. */
  name: string
  close: () => void
}

/** Starts an X server without a monitor, on the first free display number; throws when it does not start. */
export const openDisplay = async (): Promise<Display> => {
  const flags = ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp']
  const server = spawn(findProgram('xvfb'), flags, { stdio: ['ignore', 'pipe', 'ignore'] })
  const number = await Promise.race([
    once(server.stdout as Readable, 'data').then(([chunk]) => String(chunk).trim()),
    once(server, 'exit').then(([code]) => {
      throw new Error(`Xvfb ended with ${String(code)} before it had a display.`)
    }),
  ])
  return { name: `:${number}`, close: () => void server.kill() }
}
