import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { StartupFault } from '../startup-fault'
import { embeddedFolder, prepareDataDir } from './data-dir'
import type { Database, OpenDatabase } from './database'
import { holdFolder } from './folder-lock'
import { keepPlans } from './pglite-plans'
import { openReviving } from './reviving-pglite'

// PGlite's 128 MB lie in the memory of this process and would hold a second copy of what the kernel caches: with
// 16 MB it takes 150 MB less; in a database of 300 MB random reads cost the same CPU, random writes 0.29 to 0.32
// ms and not 0.26.
const SHARED_BUFFERS = 'shared_buffers=16MB'

/** An open PGlite as our database; the caller owns the folder it lives in. */
export const overPglite = (client: PGlite): Database =>
  drizzle(keepPlans(client)) as unknown as Database

const openFolder = (dataDir: string): Promise<PGlite> =>
  PGlite.create({
    dataDir: embeddedFolder(dataDir),
    // A recycled log file keeps its old content, deleted accounts included: see scrub.ts. PGlite has one session and no
    // timers, so it keeps none of PostgreSQL's timeouts.
    startParams: [...PGlite.defaultStartParams, ...['-c', 'wal_recycle=off', '-c', SHARED_BUFFERS]],
  })

/**
 * Opens the embedded database in `dataDir`, which becomes ours alone; `onFolderLost` is called when that ends (see
 * folder-lock.ts). Throws a `StartupFault` when the folder is in use or the database in it does not open.
 */
export const openEmbedded = async (
  dataDir: string,
  onFolderLost: () => void,
): Promise<OpenDatabase> => {
  await prepareDataDir(dataDir)
  const release = await holdFolder(dataDir, onFolderLost)
  try {
    const { client, close } = await openReviving(() => openFolder(dataDir))
    const db = drizzle(client) as unknown as Database
    return {
      db,
      patient: db,
      close: async () => {
        await close()
        await release()
      },
    }
  } catch (error) {
    await release()
    throw new StartupFault(
      `The database in DATA_DIR ${dataDir} does not open (${error instanceof Error ? error.message : 'unknown'}): restore a backup, or set DATA_DIR to an empty folder.`,
    )
  }
}
