import { callbackApi, callSync } from '../call'
import { unsimulated } from '../complete'
import type { WxPorts } from '../ports'
import type { Given } from './given'

type Api = (given: Given) => object | Promise<object>
type SyncApi = (given: Given) => object

/** The arguments of the synchronous call of each name, in order, and the member of the answer that it returns (typings FileSystemManager). */
const POSITIONAL: Readonly<Record<string, { takes: readonly string[]; returns?: string }>> = {
  access: { takes: ['path'] },
  appendFile: { takes: ['filePath', 'data', 'encoding'] },
  copyFile: { takes: ['srcPath', 'destPath'] },
  mkdir: { takes: ['dirPath', 'recursive'] },
  readFile: { takes: ['filePath', 'encoding', 'position', 'length'], returns: 'data' },
  readdir: { takes: ['dirPath'], returns: 'files' },
  rename: { takes: ['oldPath', 'newPath'] },
  rmdir: { takes: ['dirPath', 'recursive'] },
  saveFile: { takes: ['tempFilePath', 'filePath'], returns: 'savedFilePath' },
  stat: { takes: ['path', 'recursive'], returns: 'stats' },
  unlink: { takes: ['filePath'] },
  writeFile: { takes: ['filePath', 'data', 'encoding'] },
}

/** Those whose synchronous call takes an object, and the member of the answer that it returns; `all` is the answer itself. */
const BY_OBJECT: Readonly<Record<string, string | undefined>> = {
  truncate: undefined,
}

const UNSIMULATED = ['unzip', 'readZipEntry', 'readCompressedFile', 'readCompressedFileSync']

const optionOf = (takes: readonly string[], values: readonly unknown[]): Given =>
  Object.fromEntries(
    takes.map((name, at) => [name, values[at]]).filter(([, value]) => value !== undefined),
  )

/**
 * Creates the one object of `wx.getFileSystemManager()` (typings FileSystemManager): each call with callbacks,
 * never with a promise, and most of them synchronous, too. What of it is not simulated throws by its name.
 */
export const createFileManager = (
  ports: Pick<WxPorts, 'loop' | 'adopt' | 'promise' | 'error'>,
  apis: Readonly<Record<string, SyncApi>>,
  later: Readonly<Record<string, Api>>,
): object => {
  const sync = (name: string, run: SyncApi, given: Given, returns: string | undefined) => {
    const answer = callSync(ports, `${name}Sync`, () => run(given))
    if (returns === undefined) return undefined
    return ports.adopt(returns === 'all' ? answer : (answer as Given)[returns])
  }
  const synchronous = Object.entries(apis).flatMap(([name, run]) => {
    const positional = POSITIONAL[name]
    if (positional !== undefined) {
      const { takes, returns } = positional
      const call = (...values: unknown[]) => sync(name, run, optionOf(takes, values), returns)
      return [[`${name}Sync`, call] as const]
    }
    if (!(name in BY_OBJECT)) return []
    const call = (given?: Given) => sync(name, run, given ?? {}, BY_OBJECT[name])
    return [[`${name}Sync`, call] as const]
  })
  const withCallbacks = Object.entries({ ...apis, ...later }).map(
    ([name, run]) => [name, callbackApi<Given, { errMsg: string }>(ports, name, run)] as const,
  )
  return Object.fromEntries([
    ...withCallbacks,
    ...synchronous,
    ...UNSIMULATED.map((name) => [name, unsimulated(`FileSystemManager.${name}`)] as const),
  ])
}
