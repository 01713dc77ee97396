import type { DatabaseSettings } from '../settings/types'
import type { OpenDatabase } from './database'
import { openEmbedded } from './open-embedded'
import { openPostgres } from './open-postgres'

/**
 * Opens the configured database, not yet migrated. Throws a `StartupFault` when it cannot. `onFolderLost` is called
 * when the embedded database's folder is no longer ours: nothing may be written to it any more, not even by closing.
 */
export const openDatabase = (
  settings: DatabaseSettings,
  onFolderLost: () => void = () => undefined,
): Promise<OpenDatabase> =>
  settings.kind === 'embedded'
    ? openEmbedded(settings.dataDir, onFolderLost)
    : openPostgres(settings.url)
