import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A backend in a process of its own, as in production. */
export interface ServerProcess {
  /** `host:port` it listens on. */
  host: string
  /** Ends it as an operator would, and waits until it is gone. */
  stop(): Promise<void>
}

const SERVER = join(process.cwd(), 'server')

/**
 * Starts the backend on `port` (0: a free one) with its embedded database in `dataDir`,
 * exchanging codes at `wechatApiBase`. Rejects with what it printed when it ends before it listens.
 */
export const startServerProcess = async (settings: {
  dataDir: string
  wechatApiBase: string
}): Promise<ServerProcess> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: SERVER,
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: settings.dataDir,
      WECHAT_API_BASE: settings.wechatApiBase,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))

  const stop = async () => {
    if (child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  for await (const line of createInterface(child.stdout)) {
    const [, host] = /^listening on http:\/\/(.+)$/.exec(line) ?? []
    if (host !== undefined) return { host, stop }
    said.push(line)
  }
  throw new Error(`The server did not start:\n${said.join('\n')}`)
}
