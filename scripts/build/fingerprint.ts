import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A digest of files and folders by path and content; changes exactly when one of them does. */
export const fingerprint = (paths: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, path)
  return hash.digest('hex')
}

const addTo = (hash: ReturnType<typeof createHash>, path: string): void => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return
  if (stat.isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name))
    return
  }
  hash.update(`${path}\0${stat.size}\0`).update(readFileSync(path))
}
