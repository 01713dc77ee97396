import { textOf } from './encodings'
import { failureOf } from './failures'
import { partOf, pathIn, type Given } from './given'
import type { Source, Sources } from './sources'

const FILE_MODE = 0o100644
const FOLDER_MODE = 0o40755

/** What WeChat says of a file or folder (typings Stats); times in seconds. */
const statsOf = (found: Exclude<Source, { kind: 'nothing' }>) => {
  const modified = found.kind === 'file' ? Math.floor(found.modifiedAt / 1000) : 0
  return {
    mode: found.kind === 'file' ? FILE_MODE : FOLDER_MODE,
    size: found.kind === 'file' ? found.bytes.byteLength : 0,
    lastAccessedTime: modified,
    lastModifiedTime: modified,
    isDirectory: () => found.kind === 'folder',
    isFile: () => found.kind === 'file',
  }
}

const join = (folder: string, name: string) => `${folder.replace(/\/+$/, '')}/${name}`

/** What of the file system changes nothing (typings FileSystemManager). Refusals are WeChat's, by the page of each call. */
export const createReading = ({ source }: Pick<Sources, 'source'>) => {
  const existing = (path: string) => {
    const found = source(path)
    if (found.kind === 'nothing') throw failureOf('missing', `no such file or directory ${path}`)
    return found
  }
  /** A folder and all in it, by paths from itself: `/`, `/a`, `/a/b`. */
  const deep = (path: string, shown: string): readonly object[] => {
    const found = existing(path)
    const inside = found.kind === 'folder' ? found.names : []
    return [
      { path: shown === '' ? '/' : shown, stats: statsOf(found) },
      ...inside.flatMap((name) => deep(join(path, name), `${shown}/${name}`)),
    ]
  }

  return {
    access: (given: Given) => {
      existing(pathIn(given, 'path'))
      return {}
    },
    readFile: (given: Given) => {
      const path = pathIn(given, 'filePath')
      const found = source(path)
      if (found.kind === 'nothing') {
        throw failureOf('missing', `no such file or directory, open ${path}`)
      }
      if (found.kind === 'folder') {
        throw failureOf('isFolder', `illegal operation on a directory, open ${path}`)
      }
      const bytes = partOf(found.bytes, given)
      const asText = given['encoding'] !== undefined && given['encoding'] !== null
      return { data: asText ? textOf(bytes, given['encoding']) : new Uint8Array(bytes).buffer }
    },
    readdir: (given: Given) => {
      const path = pathIn(given, 'dirPath')
      const found = existing(path)
      if (found.kind === 'file') throw failureOf('notFolder', `not a directory ${path}`)
      return { files: found.names }
    },
    stat: (given: Given) => {
      const path = pathIn(given, 'path')
      const found = existing(path)
      const isDeep = given['recursive'] === true && found.kind === 'folder'
      return { stats: isDeep ? deep(path, '') : statsOf(found) }
    },
  }
}
