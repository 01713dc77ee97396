import { dirname, join } from 'node:path'
import type { Files } from '../../host/core/ports'
import { createCompiler } from '../../host/node/es-modules'
import { filesIn, isFolder } from '../../host/node/files'
import { miniProgramIn } from '../../host/node/project'
import type { BundlePayload, BundleRefusal, Place, WrittenPlace } from '../bundle'
import { createBundleReader } from './read-bundle'
import { stillness } from './watch'
import { writtenPlace } from './written-place'

type Reading = { kind: 'bundle'; payload: BundlePayload } | BundleRefusal

/** The folder of a mini-program, which may come to exist later and be written anew at any time. */
export interface BundleFolder {
  /** The mini-program as it is now. What is wrong with it counts only once its files stand still. */
  read: () => Promise<Reading>
  writtenPlace: (place: Place) => WrittenPlace | undefined
  /** The path on disk of a file of the mini-program, undefined for one it does not have: no way up and out of the folder. */
  pathOf: (file: string) => string | undefined
}

/** Most folders with an app.json that are named. */
const MOST_ELSEWHERE = 3

const hasApp = (file: string) => file.endsWith('/app.json')

const isMissing = (error: unknown) => (error as { code?: unknown }).code === 'ENOENT'

/** Looks after the folder of a mini-program. */
export const createBundleFolder = (folder: string): BundleFolder => {
  const compiler = createCompiler()
  const readBundle = createBundleReader(compiler)

  const files = (): Files | undefined => {
    const root = miniProgramIn(folder)
    return isFolder(root) ? filesIn(root) : undefined
  }
  const readNow = (): Reading => {
    try {
      const found = files()
      const names = found?.list() ?? []
      if (found === undefined || names.length === 0) return { kind: 'nothing', folder }
      if (names.includes('app.json')) return { kind: 'bundle', payload: readBundle(found) }
      const elsewhere = names.filter(hasApp).slice(0, MOST_ELSEWHERE).map(dirname)
      return { kind: 'no-app', folder, elsewhere }
    } catch (error) {
      if (isMissing(error)) return { kind: 'nothing', folder }
      return { kind: 'fault', sentence: error instanceof Error ? error.message : String(error) }
    }
  }

  return {
    read: async () => {
      const first = readNow()
      if (first.kind === 'bundle') return first
      await stillness(folder)
      return readNow()
    },
    writtenPlace: (place) => {
      const found = files()
      return found === undefined ? undefined : writtenPlace(found, compiler, place)
    },
    pathOf: (file) =>
      files()?.list().includes(file) === true ? join(miniProgramIn(folder), file) : undefined,
  }
}
