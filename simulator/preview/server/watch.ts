import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isForeign } from '../../host/node/files'
import { listen } from './listen'
import { pause } from './pause'

/** Often enough to feel immediate, rare enough to cost nothing beside a build. */
const GLANCE_MS = 80

/** How often a folder is looked at that nothing is heard of: folders of other machines and containers report nothing. */
const UNHEARD_MS = 2000

/** How long a folder that is being written is waited for, in milliseconds; afterwards a rebuild is reported anyway. */
const LONGEST_WAIT_MS = 3000

/** Every file under a folder with its time and size, as one text; empty when there is no folder. */
const glance = async (folder: string): Promise<string> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const own = entries.filter((entry) => !isForeign(entry))
  const marks = own.map(async (entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return glance(path)
    const found = await stat(path).catch(() => undefined)
    return found?.isFile() === true ? `${path}:${found.mtimeMs}:${found.size}` : ''
  })
  return (await Promise.all(marks))
    .filter((mark) => mark !== '')
    .sort()
    .join('\n')
}

/** Resolves when the files of a folder stood still for one glance, or after three seconds. */
export const stillness = async (folder: string): Promise<void> => {
  const end = performance.now() + LONGEST_WAIT_MS
  let before: string | undefined
  while (performance.now() < end) {
    const now = await glance(folder)
    if (now === before) return
    before = now
    await pause(GLANCE_MS)
  }
}

/**
 * Calls `onSettled` each time the files of a folder have changed and then stood still for one glance, so that a
 * build is seen when it is complete. It looks while something happens, because builds remove and recreate the
 * folder, and listens while nothing does. Returns its end.
 */
export const watchFolder = (folder: string, onSettled: () => void): (() => void) => {
  const end = new AbortController()
  const { signal } = end
  let reported: string | undefined
  let before: string | undefined

  const look = async () => {
    // Before the glance: what changes after it is heard.
    const listening = before !== undefined && before === reported ? await listen(folder) : null
    const now = await glance(folder)
    if (!signal.aborted) {
      if (reported === undefined) reported = now
      if (now !== reported && now === before && now !== '') {
        reported = now
        onSettled()
      }
      const isQuiet = listening !== null && now === before
      before = now
      await (isQuiet ? listening.heard(UNHEARD_MS, signal) : pause(GLANCE_MS, signal))
    }
    listening?.close()
  }

  const watch = async () => {
    while (!signal.aborted) await look()
  }
  void watch()
  return () => end.abort()
}
