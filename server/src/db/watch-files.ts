import { accessSync, watch } from 'node:fs'
import { join } from 'node:path'

const EVERY_MS = 1_000

const startWatcher = (folder: string, onChange: () => void): (() => void) => {
  try {
    const watcher = watch(folder, { persistent: false }, onChange)
    watcher.on('error', onChange)
    return () => watcher.close()
  } catch {
    // Not every file system reports changes; the timer looks in any case.
    return () => undefined
  }
}

/**
 * Calls `onGone` once when one of the files `names` is no longer in `folder`: at once where the file system reports
 * changes, within a second elsewhere. Returns what ends the watch.
 */
export const watchFiles = (
  folder: string,
  names: readonly string[],
  onGone: () => void,
): (() => void) => {
  const look = () => {
    try {
      for (const name of names) accessSync(join(folder, name))
    } catch {
      stop()
      onGone()
    }
  }
  const timer = setInterval(look, EVERY_MS).unref()
  const stopWatcher = startWatcher(folder, look)
  const stop = () => {
    clearInterval(timer)
    stopWatcher()
  }
  return stop
}
