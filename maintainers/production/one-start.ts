import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const SERVER = fileURLToPath(new URL('../../server/', import.meta.url))
const REST_MS = 3_000
const KILOBYTES_PER_MEGABYTE = 1_024

/** How the server is started. */
export const FORMS = ['tsx', 'compiled'] as const
export type Form = (typeof FORMS)[number]

/** What one start came to. */
export interface Start {
  /** From the start of the process to its line `listening on`. */
  readonly milliseconds: number
  /** Resident memory of the process and its children three seconds later. */
  readonly megabytes: number
}

const ARGUMENTS: Record<Form, readonly string[]> = {
  tsx: ['--import', 'tsx', 'src/main.ts'],
  compiled: ['dist/app/main.mjs'],
}

const childrenOf = async (pid: number): Promise<number[]> => {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  const children = text.split(' ').filter(Boolean).map(Number)
  return [...children, ...(await Promise.all(children.map(childrenOf))).flat()]
}

const residentOf = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / KILOBYTES_PER_MEGABYTE
}

/** Starts the server once by the Node at `node`, and ends it. Rejects when it ends before it listens. Linux only. */
export const measureStart = async (
  node: string,
  form: Form,
  env: Readonly<Record<string, string>>,
): Promise<Start> => {
  const began = performance.now()
  const child = spawn(node, ARGUMENTS[form], {
    cwd: SERVER,
    env: { ...process.env, ENV_FILE: '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'close')
  const { pid } = child
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith('listening on') || pid === undefined) continue
    const milliseconds = performance.now() - began
    child.stdout.resume()
    await wait(REST_MS)
    const resident = await Promise.all([pid, ...(await childrenOf(pid))].map(residentOf))
    child.kill('SIGTERM')
    await gone
    return { milliseconds, megabytes: resident.reduce((sum, each) => sum + each, 0) }
  }
  throw new Error(`The ${form} server ended before it listened.`)
}
