import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCode } from '../system-error-code'
import { StartupFault } from '../startup-fault'
import { isListenedTo, listenIn, listenOnPipe } from './folder-socket'
import { watchFiles } from './watch-files'

const OWNER = 'owner-'
const NONE = 'none'
const MOST_TRIES = 100
const BETWEEN_TRIES_MS = 10

const socketOf = (id: string): string => `${id}.sock`

/** Makes `lock` with its one owner file, unless it is there: a folder is never renamed onto one that has entries. */
const makeLock = async (dataDir: string, lock: string): Promise<void> => {
  const draft = await mkdtemp(join(dataDir, '.lock-'))
  await writeFile(join(draft, OWNER + NONE), '')
  await rename(draft, lock).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true })
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error
  })
}

/** The id in the owner file's name, or null at the moment in which another process renames it. */
const ownerIn = async (lock: string): Promise<string | null> =>
  (await readdir(lock)).find((name) => name.startsWith(OWNER))?.slice(OWNER.length) ?? null

/** Renames the owner file from `old` to `id`: of all who try with the same `old`, one succeeds. */
const succeed = (lock: string, old: string, id: string): Promise<boolean> =>
  rename(join(lock, OWNER + old), join(lock, OWNER + id)).then(
    () => true,
    () => false,
  )

/** Becomes the owner, once the one before has ended. False when an owner lives. */
const claim = async (lock: string, id: string): Promise<boolean> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const old = await ownerIn(lock)
    if (old !== null && (await isListenedTo(lock, socketOf(old)))) return false
    if (old !== null && (await succeed(lock, old, id))) {
      await rm(join(lock, socketOf(old)), { force: true })
      return true
    }
    await wait(BETWEEN_TRIES_MS)
  }
  return false
}

const holdByFiles = async (
  dataDir: string,
  onLost: () => void,
): Promise<(() => Promise<void>) | null> => {
  const lock = join(dataDir, 'lock')
  await makeLock(dataDir, lock)
  const id = randomBytes(8).toString('hex')
  const close = await listenIn(lock, socketOf(id))
  if (!(await claim(lock, id))) {
    await close()
    return null
  }
  const unwatch = watchFiles(lock, [OWNER + id, socketOf(id)], onLost)
  return async () => {
    unwatch()
    await close()
  }
}

const holdByPipe = (folder: string): Promise<(() => Promise<void>) | null> => {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 24)
  return listenOnPipe(`starter-${name}`).catch(() => null)
}

/**
 * Holds `dataDir` for this process, because PGlite lets two processes open and ruin one folder. Every process listens
 * on a socket of its own in the folder `lock`, and the name of the one owner file there says whose socket counts. A
 * socket dies with its process, so nothing has to be cleaned up after a crash; the file is taken over by a rename from
 * the dead owner's name, which succeeds for one process only, however many try. `onLost` is called when the folder or
 * a file of the lock is removed: then another server may be in it. Resolves to the release. Throws a `StartupFault`
 * when another process holds it.
 */
export const holdFolder = async (
  dataDir: string,
  onLost: () => void,
): Promise<() => Promise<void>> => {
  const folder = await realpath(dataDir)
  const hold = process.platform === 'win32' ? holdByPipe(folder) : holdByFiles(folder, onLost)
  const release = await hold.catch((error: unknown) => {
    throw new StartupFault(
      `DATA_DIR ${dataDir} cannot be locked (${errorCode(error) ?? 'unknown'}): put it on a local disk, where sockets can be made, or use a PostgreSQL through DATABASE_URL.`,
    )
  })
  if (release === null) {
    throw new StartupFault(
      `DATA_DIR ${dataDir} is in use by another server: stop that one, set DATA_DIR to another folder, or share a PostgreSQL through DATABASE_URL.`,
      'folder in use',
    )
  }
  return release
}
