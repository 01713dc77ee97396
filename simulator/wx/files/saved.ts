import type { TempFiles } from '../network/temp-files'
import { digestOf } from './digest'
import type { Disk } from './disk'
import { failureOf } from './failures'
import { pathIn, type Given } from './given'
import type { createPlaces } from './places'
import type { Sources } from './sources'

const extensionOf = (path: string) => /\.\w+$/.exec(path)?.[0] ?? ''

/** Creates what keeps temporary files (typings SaveFileOption, GetSavedFileListOption); saving moves a file, it is no copy. */
export const createSaved = (
  { placeOf, savedPath }: ReturnType<typeof createPlaces>,
  disk: Disk,
  temporary: Pick<TempFiles, 'get' | 'remove'>,
  { source }: Pick<Sources, 'source'>,
) => {
  const freePath = (extension: string, number = 1): string => {
    const path = savedPath(number, extension)
    return disk.file(path) === undefined ? path : freePath(extension, number + 1)
  }
  const ownPath = (path: string): string => {
    const place = placeOf(path)
    if (place.kind !== 'user' || disk.at(place.path) === 'folder') {
      throw failureOf('denied', `permission denied, open "${path}"`)
    }
    const folder = path.slice(0, path.lastIndexOf('/'))
    const missing = `no such file or directory "${folder}"`
    disk.requireParent(place.path, missing, `not a directory "${folder}"`)
    return place.path
  }
  const savedFile = (path: string) => {
    const file = placeOf(path).kind === 'saved' ? disk.file(path) : undefined
    if (file === undefined) throw failureOf('missing', 'file not exist')
    return file
  }

  return {
    saveFile: (given: Given) => {
      const temporaryPath = pathIn(given, 'tempFilePath')
      const file = temporary.get(temporaryPath)
      if (file === undefined) throw failureOf('notTemporary', 'tempFilePath file not exist')
      const asked = given['filePath'] === undefined ? undefined : pathIn(given, 'filePath')
      const path = asked === undefined ? freePath(extensionOf(temporaryPath)) : ownPath(asked)
      disk.write(path, new Uint8Array(file.bytes.slice(0)))
      temporary.remove(temporaryPath)
      return { savedFilePath: asked ?? path }
    },
    getSavedFileList: () => ({
      fileList: disk.saved().map(([filePath, { bytes, createdAt }]) => ({
        filePath,
        size: bytes.byteLength,
        createTime: Math.floor(createdAt / 1000),
      })),
    }),
    getSavedFileInfo: (given: Given) => {
      const { bytes, createdAt } = savedFile(pathIn(given, 'filePath'))
      return { size: bytes.byteLength, createTime: Math.floor(createdAt / 1000) }
    },
    removeSavedFile: (given: Given) => {
      const path = pathIn(given, 'filePath')
      savedFile(path)
      disk.removeFile(path)
      return {}
    },
    getFileInfo: async (given: Given) => {
      const found = source(pathIn(given, 'filePath'))
      if (found.kind !== 'file') throw failureOf('missing', 'file not exist')
      const digest = await digestOf(found.bytes, given['digestAlgorithm'] ?? 'md5')
      return { size: found.bytes.byteLength, digest }
    },
  }
}
