import { describeError } from './describe-error'
import { loadEnvFile } from './settings/env-file'
import { OperatorError } from './operator-error'
import { startServer, type RunningServer } from './start'

// A little more than closing takes (close-in-time.ts).
const LAST_MOMENT_MS = 9_000

const say = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string) => void process.stderr.write(`${line}\n`)
const describe = (error: unknown): string => JSON.stringify(describeError(error))

const endAtOnce = (reason: string): never => {
  complain(reason)
  process.exit(1)
}

/** Closes `server` and ends the process with `code`, or with 1 when something had to be cut off. */
const stop = async (server: RunningServer, code: number): Promise<void> => {
  setTimeout(() => endAtOnce('not everything could be closed in time'), LAST_MOMENT_MS).unref()
  const how = await server.close()
  process.exit(how === 'clean' ? code : 1)
}

const onSignals = (server: RunningServer): void => {
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) endAtOnce(`${signal} again: ending at once`)
      isStopping = true
      say(`${signal}: finishing running requests`)
      void stop(server, 0)
    })
  }
}

/**
 * A rejection that nothing waits for belongs to no request and has unwound nothing, so the process goes on. After an
 * exception that nothing caught, code of ours or of a library was left half-way: the process ends in order, and what
 * supervises it starts another.
 */
const onFailures = (server: RunningServer): void => {
  process.on('unhandledRejection', (error) => complain(`unhandled rejection: ${describe(error)}`))
  let isEnding = false
  process.on('uncaughtException', (error) => {
    complain(`uncaught exception, ending: ${describe(error)}`)
    if (!isEnding) void stop(server, 1)
    isEnding = true
  })
}

/**
 * What reads the output may end first, as `| head` and a log collector that restarts do, and the disk of a log file may
 * be full: requests go on without a log, and the log once it can be written again.
 */
const goOnWithoutLog = (): void => {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

const start = async (whenStarted: () => void): Promise<void> => {
  goOnWithoutLog()
  loadEnvFile()
  const server = await startServer(process.env, {
    report: say,
    onFolderLost: () =>
      endAtOnce(
        'DATA_DIR, or the lock in it, was removed: ending at once and writing nothing more to it, because another server may use it now',
      ),
  })
  onFailures(server)
  onSignals(server)
  whenStarted()
  // Last: what waits for this line may send a signal at once.
  say(`listening on ${server.url}`)
}

/**
 * Runs the server in this process until a signal ends it. Prints each step, calls `whenStarted`, and prints
 * `listening on …`. Ends the process with 1 when it cannot start.
 */
export const serve = (whenStarted: () => void = () => undefined): void => {
  start(whenStarted).catch((error: unknown) =>
    endAtOnce(error instanceof OperatorError ? error.message : `start failed: ${describe(error)}`),
  )
}
