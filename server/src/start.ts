import type { AddressInfo } from 'node:net'
import { buildApp } from './app'
import { recheckRegularly } from './censor/recheck-texts'
import { systemClock, type Clock } from './clock'
import { createContext } from './create-context'
import { migrate } from './db/migrate'
import { openDatabase } from './db/open'
import { sweepHourly } from './db/sweep'
import { errorCode } from './error-code'
import { StartupFault } from './settings/fault'
import type { Env } from './settings/fields'
import { readSettings } from './settings/settings'
import type { Settings } from './settings/types'

/** A server that listens. */
export interface RunningServer {
  /** Origin it answers at, without a trailing slash. */
  readonly url: string
  /** Lets running requests end, then closes the port and the database. */
  readonly close: () => Promise<void>
}

/** What a start may be given besides the environment. */
export interface StartOptions {
  /** Told each step while it begins, for a person to read. Silent by default. */
  readonly report?: (step: string) => void
  readonly clock?: Clock
}

const portFault = ({ host, port }: Settings, error: unknown): unknown => {
  const code = errorCode(error)
  if (code === 'EADDRINUSE')
    return new StartupFault(
      `Port ${port} on ${host} is taken: stop the program that listens there, or set PORT to a free one.`,
    )
  if (code === 'EACCES')
    return new StartupFault(`Port ${port} needs more rights: set PORT to a number above 1023.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartupFault(`HOST ${host} is no address of this machine: set HOST to one that is.`)
  return error
}

const describeDatabase = ({ database }: Settings): string =>
  database.kind === 'embedded'
    ? `opening the embedded database in ${database.dataDir}`
    : 'connecting to PostgreSQL'

const urlOf = ({ host }: Settings, { port }: AddressInfo): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/**
 * Starts the whole server from environment variables: settings, database, migrations, port.
 * Rejects with a `StartupFault` for everything an operator can put right; leaves nothing open then.
 */
export const startServer = async (
  env: Env,
  { report = () => undefined, clock = systemClock }: StartOptions = {},
): Promise<RunningServer> => {
  const settings = readSettings(env)
  report(describeDatabase(settings))
  const database = await openDatabase(settings.database)
  try {
    report('migrating')
    await migrate(database.db)
    const context = createContext(settings, database.db, clock, (error) =>
      report(`work in the background failed (${errorCode(error) ?? 'refused'})`),
    )
    const app = await buildApp(context)
    await app.listen({ host: settings.host, port: settings.port }).catch((error: unknown) => {
      throw portFault(settings, error)
    })
    const address = app.server.address()
    if (address === null || typeof address === 'string')
      throw new Error('the server listens nowhere')
    const stopSweeping = sweepHourly(context)
    const stopRechecking = recheckRegularly(context)
    return {
      url: urlOf(settings, address),
      close: async () => {
        stopSweeping()
        stopRechecking()
        await app.close()
        await context.background.settled()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}
