import type { Disk } from './disk'
import { failureOf } from './failures'
import { pathIn, type Given } from './given'
import type { createPlaces } from './places'

/** Making and removing folders (typings MkdirOption, RmdirOption), below `wx.env.USER_DATA_PATH` only. */
export const createFolders = (
  { placeOf }: Pick<ReturnType<typeof createPlaces>, 'placeOf'>,
  disk: Disk,
) => {
  const own = (path: string): string => {
    const place = placeOf(path)
    if (place.kind !== 'user') throw failureOf('denied', `permission denied, open ${path}`)
    return place.path
  }
  return {
    mkdir: (given: Given) => {
      const path = pathIn(given, 'dirPath')
      const inside = own(path)
      if (disk.at(inside) !== 'nothing') throw failureOf('exists', `file already exists ${path}`)
      const names = inside.split('/')
      const above = names.slice(1).map((_name, at) => names.slice(0, at + 1).join('/'))
      const blocked = above.find((folder) => disk.at(folder) === 'file')
      if (blocked !== undefined) throw failureOf('notFolder', `not a directory ${path}`)
      if (given['recursive'] === true) above.forEach(disk.makeFolder)
      disk.requireParent(inside, `no such file or directory ${path}`, `not a directory ${path}`)
      disk.makeFolder(inside)
      return {}
    },
    rmdir: (given: Given) => {
      const path = pathIn(given, 'dirPath')
      const inside = own(path)
      if (inside === '') throw failureOf('denied', `permission denied, open ${path}`)
      const found = disk.at(inside)
      if (found === 'nothing') throw failureOf('missing', `no such file or directory ${path}`)
      if (found === 'file') throw failureOf('notFolder', `not a directory ${path}`)
      if (given['recursive'] !== true && disk.names(inside).length > 0) {
        throw failureOf('folderNotEmpty', 'directory not empty')
      }
      disk.removeFolder(inside)
      return {}
    },
  }
}
