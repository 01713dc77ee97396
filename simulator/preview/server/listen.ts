import { watch, type FSWatcher } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isForeign } from '../../host/node/files'
import { pause } from './pause'

/** Listeners to a folder and all folders in it. */
interface Listening {
  /** Resolves when something was heard since the listeners were set up, after so many milliseconds, or when `signal` is aborted. */
  readonly heard: (mostMs: number, signal: AbortSignal) => Promise<void>
  /** Stops listening. */
  readonly close: () => void
}

const foldersIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory() && !isForeign(entry))
  const below = folders.map(({ name }) => foldersIn(join(folder, name)))
  return [folder, ...(await Promise.all(below)).flat()]
}

/**
 * Listens to changes in a folder, in all folders in it, and to its being made anew. Resolves to null where that is not
 * possible: the folder is not there, or the system has no listeners left.
 */
export const listen = async (folder: string): Promise<Listening | null> => {
  const something = new AbortController()
  const hear = () => something.abort()
  const watchers: FSWatcher[] = []
  const close = () => watchers.forEach((watcher) => watcher.close())
  try {
    for (const path of [dirname(folder), ...(await foldersIn(folder))]) {
      watchers.push(watch(path, { persistent: false }, hear).on('error', hear))
    }
  } catch {
    close()
    return null
  }
  return {
    heard: (mostMs, signal) => pause(mostMs, AbortSignal.any([something.signal, signal])),
    close,
  }
}
