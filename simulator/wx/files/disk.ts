import type { KeptFile, PhoneMemory } from '../phone/memory'
import { failureOf, noRoom } from './failures'

/** The largest file, in bytes (typings FileError). */
export const FILE_LIMIT = 100 * 1024 * 1024

/** All that is kept, in bytes: saved files and the app's own together (guide "文件系统"). */
const TOTAL_LIMIT = 200 * 1024 * 1024

const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const isUnder = (folder: string) => (path: string) => folder === '' || path.startsWith(`${folder}/`)

/** What there is at a path. */
type Found = 'nothing' | 'file' | 'folder'

/**
 * The folder of the app's own on a phone: files and folders by path, the root being the empty text. Bytes are
 * never changed in place, so that copies may share them. Saved files lie in the same memory, by their whole paths,
 * and count for the same limit.
 */
export const createDisk = ({ files, folders }: PhoneMemory, now: () => number) => {
  const at = (path: string): Found => {
    if (path === '' || folders.has(path)) return 'folder'
    return files.has(path) ? 'file' : 'nothing'
  }
  const total = () => [...files.values()].reduce((sum, { bytes }) => sum + bytes.byteLength, 0)

  const write = (path: string, bytes: Uint8Array<ArrayBuffer>) => {
    const before = files.get(path)
    const others = total() - (before?.bytes.byteLength ?? 0)
    if (bytes.byteLength > FILE_LIMIT || others + bytes.byteLength > TOTAL_LIMIT) throw noRoom()
    files.set(path, { bytes, createdAt: before?.createdAt ?? now(), modifiedAt: now() })
  }

  const moveAll = (from: string, to: string) => {
    const renamed = (path: string) => `${to}${path.slice(from.length)}`
    for (const [path, file] of [...files].filter(([path]) => isUnder(from)(path))) {
      files.delete(path)
      files.set(renamed(path), file)
    }
    for (const path of [...folders].filter((path) => path === from || isUnder(from)(path))) {
      folders.delete(path)
      folders.add(renamed(path))
    }
  }

  return {
    at,
    write,
    file: (path: string): KeptFile | undefined => files.get(path),
    /** Whether a file may be put there: its folder is one. `missing` and `notFolder` word the refusals. */
    requireParent: (path: string, missing: string, notFolder: string) => {
      const parent = at(parentOf(path))
      if (parent === 'nothing') throw failureOf('missing', missing)
      if (parent === 'file') throw failureOf('notFolder', notFolder)
    },
    /** Names directly inside a folder, in order. */
    names: (folder: string): readonly string[] =>
      [...files.keys(), ...folders]
        .filter((path) => path !== '' && !path.includes('://') && parentOf(path) === folder)
        .map(nameOf)
        .sort(),
    /** Every path below a folder, in order. */
    below: (folder: string): readonly string[] =>
      [...files.keys(), ...folders]
        .filter((path) => !path.includes('://') && isUnder(folder)(path))
        .sort(),
    makeFolder: (path: string) => void folders.add(path),
    removeFile: (path: string) => files.delete(path),
    removeFolder: (path: string) => {
      for (const inside of [...files.keys()].filter(isUnder(path))) files.delete(inside)
      for (const inside of [...folders].filter(isUnder(path))) folders.delete(inside)
      folders.delete(path)
    },
    /** Moves a file, or a folder with all in it. */
    move: (from: string, to: string) => {
      const file = files.get(from)
      if (file === undefined) return moveAll(from, to)
      files.delete(from)
      files.set(to, file)
    },
    /** Saved files, oldest first. */
    saved: () => [...files].filter(([path]) => path.includes('://')),
  }
}

/** The app's own folder and its saved files on one phone. */
export type Disk = ReturnType<typeof createDisk>
