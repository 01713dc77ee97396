import { asyncApi } from '../call'
import type { TempFiles } from '../network/temp-files'
import type { WxPorts } from '../ports'
import { createDisk } from './disk'
import { createFileManager } from './file-manager'
import { createFolders } from './folders'
import type { Given } from './given'
import { createPlaces } from './places'
import { createReading } from './reading'
import { createSaved } from './saved'
import { createSources } from './sources'
import { createWriting } from './writing'

/**
 * The file system of one phone and one launch (guide "文件系统", typings USER_DATA_PATH): what it keeps is in the
 * memory of the phone. `local` reads a file that is not in the package, `read` any.
 */
export const createFiles = (ports: WxPorts, temporary: TempFiles) => {
  const places = createPlaces(ports.device)
  const disk = createDisk(ports.memory, ports.clock.now)
  const sources = createSources(ports, places, disk, temporary)
  const { saveFile, getSavedFileList, getSavedFileInfo, removeSavedFile, getFileInfo } =
    createSaved(places, disk, temporary, sources)

  const manager = createFileManager(
    ports,
    {
      ...createReading(sources),
      ...createWriting(places, disk, sources).apis,
      ...createFolders(places, disk),
      saveFile,
    },
    { getSavedFileList, removeSavedFile, getFileInfo },
  )
  const api = (name: string, run: (given: Given) => object | Promise<object>) =>
    asyncApi<Given, { errMsg: string }>(ports, name, run)

  return {
    add: temporary.add,
    read: sources.read,
    local: (path: string) =>
      places.placeOf(path).kind === 'package' ? undefined : sources.read(path),
    apis: {
      env: { USER_DATA_PATH: places.userRoot },
      getFileSystemManager: () => manager,
      saveFile: api('saveFile', saveFile),
      getSavedFileList: api('getSavedFileList', getSavedFileList),
      getSavedFileInfo: api('getSavedFileInfo', getSavedFileInfo),
      removeSavedFile: api('removeSavedFile', removeSavedFile),
      getFileInfo: api('getFileInfo', getFileInfo),
    },
  }
}

/** The file system of one phone and one launch. */
export type PhoneFiles = ReturnType<typeof createFiles>
