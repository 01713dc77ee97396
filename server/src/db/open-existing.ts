import { StartupFault } from '../startup-fault'
import type { DatabaseSettings } from '../settings/types'
import { hasDatabase } from './data-dir'
import type { OpenDatabase } from './database'
import { openDatabase } from './open'

/**
 * Opens the server's database for a command. Unlike the server it makes no new one: an empty one would answer that no
 * account exists, or that no key is needed any more.
 * Throws a `StartupFault` when there is none, or a running server has it.
 */
export const openServersDatabase = async (settings: DatabaseSettings): Promise<OpenDatabase> => {
  if (settings.kind === 'embedded' && !hasDatabase(settings.dataDir)) {
    throw new StartupFault(
      `There is no database in DATA_DIR ${settings.dataDir}: set DATA_DIR, or DATABASE_URL, as the server has it.`,
    )
  }
  return openDatabase(settings).catch((error: unknown) => {
    if (!(error instanceof StartupFault) || error.reason !== 'folder in use') throw error
    throw new StartupFault(
      'The server is running and its embedded database takes one program at a time: stop the server, run this again, and start the server.',
    )
  })
}
