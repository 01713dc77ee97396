import type { DatabaseSettings } from '../settings/types'
import type { OpenDatabase } from './database'

/**
 * Opens the configured database, not yet migrated. Throws a `StartupFault` when it cannot. `onFolderLost` is called
 * when the embedded database's folder is no longer ours: nothing may be written to it any more, not even by closing.
 */
export const openDatabase = async (
  settings: DatabaseSettings,
  onFolderLost: () => void = () => undefined,
): Promise<OpenDatabase> => {
  // Each loads its driver, and a process needs one of them.
  if (settings.kind === 'postgres') {
    const { openPostgres } = await import('./open-postgres')
    return openPostgres(settings.url)
  }
  const { openEmbedded } = await import('./open-embedded')
  return openEmbedded(settings.dataDir, onFolderLost)
}
