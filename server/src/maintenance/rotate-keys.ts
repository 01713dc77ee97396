import { rewriteIdentifiers } from './rewrite-identifiers'
import { systemClock } from '../clock'
import { createContext } from '../create-context'
import { migrate } from '../db/migrate'
import { openServersDatabase } from '../db/open-existing'
import { describeError } from '../describe-error'
import { resealAll } from './reseal'
import { OperatorError } from '../operator-error'
import { whileKeysChange } from '../security/keys-in-use'
import { loadEnvFile } from '../settings/env-file'
import { readSettings } from '../settings/settings'

const run = async () => {
  const [argument] = process.argv.slice(2)
  if (argument !== undefined) {
    throw new OperatorError(
      `rotate-keys takes no argument, and got "${argument}": it reads the server's environment variables and rewrites what is sealed with older keys.`,
    )
  }
  loadEnvFile()
  const settings = readSettings(process.env)
  const database = await openServersDatabase(settings.database)
  try {
    await migrate(database.patient)
    const context = createContext(settings, database.db, systemClock, [])
    const patient = { ...context, db: database.patient }
    const { phones, sessionKeys } = await whileKeysChange(database.db, settings.keys, async () => {
      await rewriteIdentifiers(patient, (line) => void process.stdout.write(`${line}\n`))
      return resealAll(context)
    })
    process.stdout.write(
      `sealed ${phones} phone numbers and ${sessionKeys} session keys with key "${settings.keys.sealing[0].id}"; older keys are no longer needed\n`,
    )
  } finally {
    await database.close()
  }
}

run().catch((error: unknown) => {
  const sentence =
    error instanceof OperatorError ? error.message : JSON.stringify(describeError(error))
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
})
