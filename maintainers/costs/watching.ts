import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { secondsUntil } from './timed'

/** A command that builds, waits for changes and builds again. */
interface Watching {
  readonly folder: string
  readonly command: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** The line after which the first page can be looked at. */
  readonly readyWhen: RegExp
  /** A source file that a line can be added to. */
  readonly changes: string
  /** Resolves when the next build can be looked at. Called before the change. */
  readonly rebuilt: (lines: Lines) => Promise<unknown>
}

/** What a command prints. */
interface Lines {
  /** Resolves at the next line that matches. */
  readonly next: (pattern: RegExp) => Promise<void>
}

const REBUILDS = 3
const LONGEST_MS = 300_000

const linesOf = (child: ReturnType<typeof spawn>): Lines => {
  const waiting = new Set<{ readonly pattern: RegExp; readonly resolve: () => void }>()
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) {
      createInterface({ input: stream }).on('line', (line) => {
        for (const one of waiting) {
          if (!one.pattern.test(line)) continue
          waiting.delete(one)
          one.resolve()
        }
      })
    }
  }
  return {
    next: (pattern) =>
      new Promise((resolve, reject) => {
        const ended = () => reject(new Error(`It ended, or took too long, before ${pattern}.`))
        child.once('exit', ended)
        setTimeout(ended, LONGEST_MS).unref()
        waiting.add({ pattern, resolve })
      }),
  }
}

/** Seconds from the start of a command to its first page, and from a change of a source file to the next (the least of three). */
export const measureWatching = async ({
  folder,
  command: [program = '', ...options],
  env,
  readyWhen,
  changes,
  rebuilt,
}: Watching): Promise<{ readonly cold: number; readonly rebuild: number }> => {
  const child = spawn(program, options, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const lines = linesOf(child)
  try {
    const cold = await secondsUntil(lines.next(readyWhen))
    const rebuilds: number[] = []
    for (let time = 0; time < REBUILDS; time += 1) {
      const seen = rebuilt(lines)
      const before = readFileSync(changes, 'utf8')
      writeFileSync(changes, `${before}\nexport const changed${time} = () => ${time}\n`)
      rebuilds.push(await secondsUntil(seen))
    }
    return { cold, rebuild: Math.min(...rebuilds) }
  } finally {
    const ended = once(child, 'exit')
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    if (child.exitCode === null) await ended
  }
}
