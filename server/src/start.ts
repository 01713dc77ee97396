import { rewriteIdentifiers } from './maintenance/rewrite-identifiers'
import { buildApp } from './app'
import { recheckRegularly } from './maintenance/recheck-texts'
import { systemClock, type Clock } from './clock'
import { closeInTime } from './close-in-time'
import { createContext } from './create-context'
import { hasDatabase } from './db/data-dir'
import { migrate } from './db/migrate'
import { openDatabase } from './db/open'
import { finishScrub } from './db/scrub'
import { sweepHourly } from './maintenance/sweep'
import { keepUpEachMinute } from './maintenance/upkeep'
import { anyErrorCode, errorCode } from './system-error-code'
import { findIsolation, gapReport } from './functions/isolation'
import { encryptOldFiles } from './maintenance/encrypt-old'
import { offReport } from './mailer/mailer'
import { MODULES } from './modules/modules'
import { OperatorError } from './operator-error'
import { checkKeys } from './security/keys-in-use'
import { StartupFault } from './startup-fault'
import type { Env } from './settings/fields'
import { ownAddress } from './settings/own-address'
import { readSettings } from './settings/settings'
import type { Settings } from './settings/types'

/** A server that listens. */
export interface RunningServer {
  /** Origin it answers at, without a trailing slash. */
  readonly url: string
  /**
   * Lets running requests end, then closes the port and the database. Takes eight seconds at most: what has not ended
   * by then is cut off. Resolves to whether all of it came to its end.
   */
  readonly close: () => Promise<'clean' | 'cut-off'>
}

/** What a start may be given besides the environment. */
export interface StartOptions {
  /** Receives each step as it begins, for a person to read. Silent by default. */
  readonly report?: (step: string) => void
  /** Called when the process must end at once, without closing anything: its data folder is no longer its own. */
  readonly onFolderLost?: () => void
  readonly clock?: Clock
}

const reasonOf = (error: unknown): string =>
  error instanceof OperatorError ? error.message : (anyErrorCode(error) ?? 'refused')

const portFault = ({ host, port }: Settings, error: unknown): unknown => {
  const code = errorCode(error)
  if (code === 'EADDRINUSE') {
    return new StartupFault(
      `Port ${port} on ${host} is taken: stop the program that listens there, or set PORT to a free one.`,
    )
  }
  if (code === 'EACCES') {
    return new StartupFault(`Port ${port} needs more rights: set PORT to a number above 1023.`)
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartupFault(`HOST ${host} is no address of this machine: set HOST to one that is.`)
  }
  return error
}

const describeDatabase = ({ database }: Settings): string => {
  if (database.kind === 'postgres') return 'connecting to PostgreSQL'
  return hasDatabase(database.dataDir)
    ? `opening the embedded database in ${database.dataDir}`
    : `creating the embedded database in ${database.dataDir} (once, for about ten seconds)`
}

/**
 * Starts the whole server from environment variables: settings, database, migrations, port.
 * Rejects with a `StartupFault` for everything an operator can put right; leaves nothing open then.
 */
export const startServer = async (
  env: Env,
  { report = () => undefined, onFolderLost, clock = systemClock }: StartOptions = {},
): Promise<RunningServer> => {
  const settings = readSettings(env)
  report(describeDatabase(settings))
  const database = await openDatabase(settings.database, onFolderLost)
  try {
    const { gaps } = await findIsolation()
    for (const line of [...gapReport(settings, gaps), ...offReport(settings.mailer)]) report(line)
    report('migrating')
    await migrate(database.patient)
    await checkKeys(database.patient, settings.keys)
    await encryptOldFiles(database.patient)
    const isEmbedded = settings.database.kind === 'embedded'
    if (isEmbedded) await finishScrub(database.patient)
    const context = createContext(settings, database.db, clock, MODULES, (error) =>
      report(`work in the background failed: ${reasonOf(error)}`),
    )
    await rewriteIdentifiers({ ...context, db: database.patient }, report)
    const app = await buildApp(context)
    await app.listen({ host: settings.host, port: settings.port }).catch((error: unknown) => {
      throw portFault(settings, error)
    })
    const address = app.server.address()
    if (address === null || typeof address === 'string') {
      throw new Error('the server listens nowhere')
    }
    const stopSweeping = sweepHourly(context)
    const stopUpkeep = isEmbedded ? keepUpEachMinute(context) : () => undefined
    const stopRechecking = recheckRegularly(context)
    return {
      url: ownAddress({ host: settings.host, port: address.port }),
      close: () => {
        stopSweeping()
        stopUpkeep()
        stopRechecking()
        return closeInTime(app, context.background, database)
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}
