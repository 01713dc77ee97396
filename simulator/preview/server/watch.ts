import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Often enough to feel immediate, rare enough to cost nothing beside a build. */
const GLANCE_MS = 80

const glance = async (folder: string) => {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const marks = names.sort().map(async (name) => {
    const found = await stat(join(folder, name)).catch(() => undefined)
    return found?.isFile() === true ? `${name}:${found.mtimeMs}:${found.size}` : ''
  })
  return (await Promise.all(marks)).join('\n')
}

/**
 * Calls `onSettled` each time the files of a folder have changed and then stood still for one glance, so that a build is
 * seen when it is complete. It looks instead of listening because builds remove and recreate the folder. Gives its end.
 */
export const watchFolder = (folder: string, onSettled: () => void): (() => void) => {
  let reported: string | undefined
  let before: string | undefined
  let timer: NodeJS.Timeout | undefined
  let ended = false

  const look = async () => {
    const now = await glance(folder)
    if (ended) return
    if (reported === undefined) reported = now
    if (now !== reported && now === before && now !== '') {
      reported = now
      onSettled()
    }
    before = now
    timer = setTimeout(() => void look(), GLANCE_MS)
  }

  void look()
  return () => {
    ended = true
    clearTimeout(timer)
  }
}
