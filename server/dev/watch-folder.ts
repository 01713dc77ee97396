import { existsSync, readdirSync, watch, type FSWatcher } from 'node:fs'
import { join } from 'node:path'

const foldersIn = (folder: string): string[] => [
  folder,
  ...readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => foldersIn(join(folder, entry.name))),
]

/**
 * Calls `onChange` when anything in `folder` or below changes, in folders made later too. Folders are watched, and not
 * files: an editor that saves by renaming takes the file away from under a watch. Until the process ends.
 */
export const watchFolder = (folder: string, onChange: () => void): void => {
  const watchers = new Map<string, FSWatcher>()
  const follow = () => {
    const folders = new Set(existsSync(folder) ? foldersIn(folder) : [])
    for (const [gone, watcher] of watchers) {
      if (!folders.has(gone)) {
        watcher.close()
        watchers.delete(gone)
      }
    }
    for (const each of folders) {
      if (!watchers.has(each)) {
        const watcher = watch(each, () => {
          follow()
          onChange()
        })
        watchers.set(
          each,
          watcher.on('error', () => undefined),
        )
      }
    }
  }
  follow()
}

/** Calls `onChange` when the file `name` in `folder` appears, changes or goes. Until the process ends. */
export const watchFile = (folder: string, name: string, onChange: () => void): void => {
  watch(folder, (_event, changed) => {
    if (changed === name) onChange()
  })
}
