import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own, as in production. */
export interface ServerProcess {
  /** Origin it listens at, for example `http://127.0.0.1:40123`. */
  readonly url: string
  readonly pid: number
  /** Everything it has written to standard error so far: its log. */
  readonly log: () => string
  /** The lines it printed while it started. */
  readonly printed: readonly string[]
  /** Closes our ends of its output, as a reader that is gone does. */
  readonly stopReading: () => void
  /** Resolves to its exit code when it has ended, null after a signal. */
  readonly ended: Promise<number | null>
  /** Ends it as an operator would (SIGTERM), and waits until it is gone. */
  readonly stop: () => Promise<void>
  /** Ends it as a power cut would (SIGKILL), and waits until it is gone. */
  readonly kill: () => Promise<void>
}

const SERVER = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Starts the server, or another program `entry` (of this workspace, or an absolute path) that says where it
 * listens, with the environment `env` on top of ours, on a free port unless it says another, started by the
 * command `starter` if one is given. Rejects with what it printed when it ends before it listens.
 */
export const startServerProcess = async (
  env: Readonly<Record<string, string | undefined>>,
  entry = 'src/main.ts',
  starter: readonly string[] = [],
): Promise<ServerProcess> => {
  const [program = process.execPath, ...args] = [...starter, process.execPath]
  const loader = entry.endsWith('.ts') ? ['--import', 'tsx'] : []
  const child = spawn(program, [...args, ...loader, entry], {
    cwd: SERVER,
    env: { ...process.env, PORT: '0', ENV_FILE: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors: string[] = []
  child.stderr.on('data', (chunk: Buffer) => void errors.push(chunk.toString()))
  const gone = once(child, 'close')

  const end = (signal: NodeJS.Signals) => async () => {
    child.kill(signal)
    await gone
  }
  const said: string[] = []
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /^listening on (http:\/\/.+)$/.exec(line) ?? []
    if (url !== undefined && child.pid !== undefined) {
      child.stdout.resume()
      const log = () => errors.join('')
      const ended = gone.then(() => child.exitCode)
      return {
        url,
        pid: child.pid,
        log,
        printed: said,
        stopReading: () => {
          child.stdout.destroy()
          child.stderr.destroy()
        },
        ended,
        stop: end('SIGTERM'),
        kill: end('SIGKILL'),
      }
    }
    said.push(line)
  }
  await gone
  throw new Error(`The server did not start:\n${[...said, ...errors].join('\n')}`)
}
