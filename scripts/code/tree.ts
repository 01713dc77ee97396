import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** A project's files as text, by path from its root: changed in memory first, and written when everything is known. */
export interface Tree {
  readonly paths: () => string[]
  readonly has: (path: string) => boolean
  /** The text of a file; throws when there is none. */
  readonly read: (path: string) => string
  readonly write: (path: string, content: string | Uint8Array) => void
  readonly remove: (path: string) => void
  /** Paths whose content differs from the disk's, and that are still there. */
  readonly changed: () => string[]
  readonly removed: () => string[]
  /** Whether the disk has, or had, this file. */
  readonly wasThere: (path: string) => boolean
  /**
   * Writes every change to the disk, and removes folders left empty. Throws, before it writes anything, when another
   * program has changed one of these files since it was read here, or made one that is new here.
   */
  readonly apply: () => void
}

const NOT_OURS = new Set(['node_modules', '.git', 'dist', '.cache', '.data', 'coverage', '.swc'])

const walk = (root: string, folder = ''): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (NOT_OURS.has(entry.name)) return []
    return entry.isDirectory() ? walk(root, path) : [path]
  })

const removeEmptyFolders = (root: string, path: string) => {
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder))
    } catch {
      return
    }
  }
}

/** Opens the project in the folder `root`: its files, without what is installed, built or kept by git. */
export const openTree = (root: string): Tree => {
  const onDisk = new Set(walk(root))
  const texts = new Map<string, string | Uint8Array>()
  const gone = new Set<string>()
  const found = new Map<string, string>()
  const has = (path: string) => !gone.has(path) && (texts.has(path) || onDisk.has(path))
  const read = (path: string) => {
    if (!has(path)) throw new Error(`There is no file ${path}.`)
    const known = texts.get(path)
    if (typeof known === 'string') return known
    const text = readFileSync(join(root, path), 'utf8')
    if (!found.has(path)) found.set(path, text)
    return text
  }
  const isOvertaken = (path: string): boolean => {
    if (!onDisk.has(path)) return existsSync(join(root, path))
    const before = found.get(path)
    return before !== undefined && before !== readFileSync(join(root, path), 'utf8')
  }
  return {
    has,
    read,
    paths: () => [...new Set([...onDisk, ...texts.keys()])].filter(has).sort(),
    write: (path, content) => {
      gone.delete(path)
      texts.set(path, content)
    },
    remove: (path) => {
      texts.delete(path)
      if (onDisk.has(path)) gone.add(path)
    },
    changed: () => [...texts.keys()],
    removed: () => [...gone],
    wasThere: (path) => onDisk.has(path),
    apply: () => {
      const overtaken = [...texts.keys()].find(isOvertaken)
      if (overtaken !== undefined) {
        throw new Error(
          `Another program has changed ${overtaken} meanwhile; nothing was written: run this again.`,
        )
      }
      for (const path of gone) {
        rmSync(join(root, path))
        removeEmptyFolders(root, path)
      }
      for (const [path, content] of texts) {
        mkdirSync(dirname(join(root, path)), { recursive: true })
        writeFileSync(join(root, path), content)
      }
    },
  }
}
