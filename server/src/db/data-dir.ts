import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../system-error-code'
import { StartupFault } from '../startup-fault'

/** Where in `dataDir` PGlite keeps its files. */
export const embeddedFolder = (dataDir: string): string => join(dataDir, 'pglite')

/** Whether `dataDir` holds a database: a start that was killed while it made one leaves an empty folder. */
export const hasDatabase = (dataDir: string): boolean =>
  existsSync(join(embeddedFolder(dataDir), 'PG_VERSION'))

/**
 * Makes sure `dataDir` is a folder this process can read and write, creating it if need be.
 * Throws a `StartupFault` that names the folder otherwise.
 */
export const prepareDataDir = async (dataDir: string): Promise<void> => {
  // access() answers from permission bits, which root and read-only disks ignore: write for real.
  const probe = join(dataDir, `.probe-${randomBytes(6).toString('hex')}`)
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    await writeFile(probe, '')
    await rm(probe)
  } catch (error) {
    throw new StartupFault(
      `DATA_DIR ${dataDir} cannot be read and written (${errorCode(error) ?? 'unknown'}): allow this user to read and write it, or set DATA_DIR to another folder.`,
    )
  }
}
