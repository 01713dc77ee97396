import { createInterface } from 'node:readline/promises'
import { systemClock } from '../clock'
import { createContext } from '../create-context'
import { MODULES } from '../modules/modules'
import { migrate } from '../db/migrate'
import { openServersDatabase } from '../db/open-existing'
import { anyErrorCode, errorCode } from '../system-error-code'
import { OperatorError } from '../operator-error'
import { checkKeys } from '../security/keys-in-use'
import { loadEnvFile } from '../settings/env-file'
import { readSettings } from '../settings/settings'
import { readCommandLine } from './command-line'
import { HELP } from './help'
import { operatorName } from './operator'
import { Misuse, Refusal } from './refusal'
import { printed } from './report'
import { runCommand } from './run-command'

const NOT_DONE = 1
const MISUSED = 2

// On standard error, so that the output stays what --json promises.
const askAtTerminal = async (question: string): Promise<string> => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const left = new Promise<string>((resolve) => terminal.once('close', () => resolve('')))
  const typed = await Promise.race([terminal.question(question), left])
  terminal.close()
  return typed
}

/** Writes to the standard output. Rejects with a `Refusal` where that is closed or full. */
const print = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const refused = (error: unknown) =>
      reject(
        new Refusal(
          `It is done, but the output cannot be written (${errorCode(error) ?? 'unknown'}).`,
        ),
      )
    // Without a listener the error would end the process before the database is closed.
    process.stdout.once('error', refused)
    process.stdout.write(text, (error) => (error ? refused(error) : resolve()))
  })

const run = async (): Promise<void> => {
  const line = readCommandLine(process.argv.slice(2))
  if (line === 'help') return print(HELP)
  const name = operatorName(line.as)
  // npm runs this inside server/; paths are meant from where the person typed them.
  process.chdir(process.env['INIT_CWD'] ?? '.')
  loadEnvFile()
  const settings = readSettings(process.env)
  const database = await openServersDatabase(settings.database)
  try {
    await migrate(database.patient)
    await checkKeys(database.patient, settings.keys)
    const context = createContext(settings, database.db, systemClock, MODULES)
    const ask = process.stdin.isTTY ? askAtTerminal : null
    const report = await runCommand({ context, name, ask }, line)
    await print(printed(report, line.output))
  } finally {
    await database.close()
  }
}

const isForPeople = (error: unknown): error is Error =>
  [OperatorError, Refusal, Misuse].some((kind) => error instanceof kind)

/** The code of an error, or of the one that Drizzle wraps; its name without one. */
const reasonOf = (error: unknown): string =>
  anyErrorCode(error) ?? (error instanceof Error ? error.name : 'unknown')

run().catch((error: unknown) => {
  // Another error may quote a statement with its values: its code has to do.
  const sentence = isForPeople(error) ? error.message : `The command failed (${reasonOf(error)}).`
  process.stderr.write(`${sentence}\n`)
  process.exitCode = error instanceof Misuse ? MISUSED : NOT_DONE
})
