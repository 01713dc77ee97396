import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { runInProcess } from './run-process'
import type { Starter } from './starter'

const PROBE = fileURLToPath(new URL('./hostile-probe.cjs', import.meta.url))
const LIMIT_MS = 10_000
// More than a run may ever have, and no memory as long as nothing is written to it.
const BYTES = 1024 ** 3
const WORLD_READABLE = 0o755
const WORLD_WRITABLE = 0o666

const REACHES = ['network', 'sockets', 'memory', 'signals'] as const
/** What a run could do: reach the network or a unix socket, take more memory than its limit, signal the server. */
export type Reach = (typeof REACHES)[number]

const Found = Type.Object({
  network: Type.Boolean(),
  sockets: Type.Boolean(),
  memory: Type.Boolean(),
})

const listen = async (server: Server, ...to: [string] | [number, string]): Promise<void> => {
  if (to.length === 1) server.listen(to[0])
  else server.listen(to[0], to[1])
  await once(server, 'listening')
}

const tryAll = async (starter: Starter, folder: string, servers: readonly [Server, Server]) => {
  const [tcp, unix] = servers
  const path = join(folder, 'socket')
  await chmod(folder, WORLD_READABLE)
  await listen(tcp, 0, '127.0.0.1')
  await listen(unix, path)
  await chmod(path, WORLD_WRITABLE)
  const address = tcp.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const event = JSON.stringify({ pid: process.pid, port, path, bytes: BYTES })
  const source = await readFile(PROBE, 'utf8')
  const nothing = async () => null
  return runInProcess(
    starter,
    { source, event, limitMs: LIMIT_MS },
    nothing,
    new AbortController().signal,
  )
}

/**
 * Runs a hostile function and returns what it could do, or null when `starter` starts nothing on this machine. Rejects
 * when we cannot listen anywhere.
 */
export const probe = async (starter: Starter): Promise<readonly Reach[] | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'functions-probe-'))
  const servers = [createServer(), createServer()] as const
  let wasSignalled = false
  const note = () => {
    wasSignalled = true
  }
  process.on('SIGWINCH', note)
  try {
    const outcome = await tryAll(starter, folder, servers)
    // Node hears of signals after everything else of the same turn.
    await setImmediate()
    if (outcome.kind !== 'done' || !Value.Check(Found, outcome.data)) return null
    const { network, sockets, memory } = outcome.data
    const could: Record<Reach, boolean> = { network, sockets, memory, signals: wasSignalled }
    return REACHES.filter((each) => could[each])
  } finally {
    process.off('SIGWINCH', note)
    for (const server of servers) server.close()
    await rm(folder, { recursive: true, force: true })
  }
}
