import { existsSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { childEnv } from './child-env'
import { startChild, type Child } from './child'
import { watchFile, watchFolder } from './watch-folder'

const SERVER = fileURLToPath(new URL('..', import.meta.url))
const SOURCE = resolve(SERVER, 'src')
// An editor writes several files, and each of them more than once.
const QUIET_MS = 150

const say = (line: string) => void process.stdout.write(`${line}\n`)

/**
 * Runs the server and starts it again when its sources or its settings file change, the next one after the one before
 * has ended: they share the port and the folder of the embedded database. A server that fails on such a start is waited
 * for; one that fails on the first ends this program. `--default=NAME=VALUE` sets what neither shell nor file set.
 */
const run = () => {
  const defaults = process.argv.slice(2).map((option) => option.replace(/^--default=/, ''))
  const file = process.env['ENV_FILE'] ?? resolve(SERVER, '.env')
  let child: Child | null = null
  let isEnding = false
  let hasListened = false
  let timer: NodeJS.Timeout | undefined
  let turn: Promise<void> = Promise.resolve()

  const start = () => {
    const started = startChild(
      resolve(SOURCE, 'main.ts'),
      childEnv(process.env, file, defaults),
      () => {
        hasListened = true
      },
    )
    child = started
    void started.ended.then((code) => {
      if (child !== started) return
      child = null
      if (isEnding || !hasListened) process.exit(code ?? 1)
      say('the server has ended: waiting for a change')
    })
  }
  const restart = async () => {
    const before = child
    child = null
    if (isEnding) return
    say('a file has changed: starting the server again')
    await before?.stop()
    if (!isEnding) start()
  }
  const onChange = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      turn = turn.then(restart)
    }, QUIET_MS)
  }
  watchFolder(SOURCE, onChange)
  const folder = dirname(resolve(file))
  if (file !== '' && existsSync(folder)) watchFile(folder, basename(file), onChange)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      isEnding = true
      const last = child
      void turn.then(async () => process.exit((await (last ?? child)?.stop()) ?? 0))
    })
  }
  start()
}

run()
