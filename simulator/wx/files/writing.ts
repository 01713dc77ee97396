import { FILE_LIMIT, type Disk } from './disk'
import { failureOf, noRoom } from './failures'
import { dataIn, pathIn, type Given } from './given'
import type { createPlaces } from './places'
import type { Sources } from './sources'

const joined = (before: Uint8Array, after: Uint8Array) => {
  const bytes = new Uint8Array(before.length + after.length)
  bytes.set(before)
  bytes.set(after, before.length)
  return bytes
}

/**
 * What of the file system changes files (typings FileSystemManager): only below `wx.env.USER_DATA_PATH`,
 * everything else is read only (guide "文件系统"). Refusals are WeChat's, by the page of each call.
 */
export const createWriting = (
  { placeOf }: Pick<ReturnType<typeof createPlaces>, 'placeOf'>,
  disk: Disk,
  { source }: Pick<Sources, 'source'>,
) => {
  /** The app's own path of what is to be written; `refused` words what is said of any other. */
  const own = (path: string, refused: string): string => {
    const place = placeOf(path)
    if (place.kind !== 'user') throw failureOf('denied', `permission denied, ${refused}`)
    return place.path
  }
  /** The same for a file, which must have a folder and must not be one itself. */
  const ownFile = (path: string, doing: string): string => {
    const inside = own(path, doing)
    if (disk.at(inside) === 'folder') {
      throw failureOf('isFolder', `illegal operation on a directory, ${doing}`)
    }
    disk.requireParent(inside, `no such file or directory, ${doing}`, `not a directory, ${doing}`)
    return inside
  }
  const existingFile = (path: string) => {
    const inside = ownFile(path, `open ${path}`)
    const file = disk.file(inside)
    if (file === undefined) throw failureOf('missing', `no such file or directory, open ${path}`)
    return { inside, bytes: file.bytes }
  }

  return {
    ownFile,
    existingFile,
    apis: {
      writeFile: (given: Given) => {
        const path = pathIn(given, 'filePath')
        disk.write(ownFile(path, `open ${path}`), dataIn(given))
        return {}
      },
      appendFile: (given: Given) => {
        const { inside, bytes } = existingFile(pathIn(given, 'filePath'))
        disk.write(inside, joined(bytes, dataIn(given)))
        return {}
      },
      truncate: (given: Given) => {
        const { inside, bytes } = existingFile(pathIn(given, 'filePath'))
        const length = Number(given['length'] ?? 0)
        if (!Number.isInteger(length) || length < 0) {
          throw failureOf('length', 'value of length is out of range')
        }
        if (length > FILE_LIMIT) throw noRoom()
        const zeros = new Uint8Array(Math.max(0, length - bytes.length))
        disk.write(inside, joined(bytes.subarray(0, length), zeros))
        return {}
      },
      copyFile: (given: Given) => {
        const [from, to] = [pathIn(given, 'srcPath'), pathIn(given, 'destPath')]
        const doing = `copyFile ${from} -> ${to}`
        const found = source(from)
        if (found.kind === 'nothing') {
          throw failureOf('missing', `no such file or directory, ${doing}`)
        }
        if (found.kind === 'folder') {
          throw failureOf('isFolder', `illegal operation on a directory, ${doing}`)
        }
        disk.write(ownFile(to, doing), found.bytes)
        return {}
      },
      rename: (given: Given) => {
        const [from, to] = [pathIn(given, 'oldPath'), pathIn(given, 'newPath')]
        const doing = `rename ${from} -> ${to}`
        const [before, after] = [own(from, doing), own(to, doing)]
        if (disk.at(before) === 'nothing') {
          throw failureOf('missing', `no such file or directory, ${doing}`)
        }
        if (before === '' || `${after}/`.startsWith(`${before}/`)) {
          throw failureOf('notPermitted', `operation not permitted, ${doing}`)
        }
        if (disk.at(after) === 'folder') throw failureOf('exists', `file already exists ${to}`)
        disk.requireParent(
          after,
          `no such file or directory, ${doing}`,
          `not a directory, ${doing}`,
        )
        disk.move(before, after)
        return {}
      },
      unlink: (given: Given) => {
        const path = pathIn(given, 'filePath')
        const inside = own(path, `open ${path}`)
        const found = disk.at(inside)
        if (found === 'nothing') throw failureOf('missing', `no such file or directory ${path}`)
        if (found === 'folder') {
          throw failureOf('notPermitted', `operation not permitted, unlink ${path}`)
        }
        disk.removeFile(inside)
        return {}
      },
    },
  }
}
