import type { GivenFile } from '../phone/person'

/** A file as it is read: its bytes and its MIME type. */
export interface ReadFile {
  bytes: ArrayBuffer
  type: string
}

/** Files of this launch only; their paths mean nothing after it. */
export interface TempFiles {
  /** Keeps a file and returns its path. */
  add: (file: GivenFile | ReadFile) => string
  /** Returns the file at a path, if there is one. */
  get: (path: string) => ReadFile | undefined
  remove: (path: string) => void
}

/** Creates the temporary folder of one launch. */
export const createTempFiles = (): TempFiles => {
  const files = new Map<string, ReadFile>()
  let count = 0
  return {
    add: (file) => {
      const [, extension = 'bin'] = /^\w+\/([\w.-]+)/.exec(file.type) ?? []
      count += 1
      const path = `http://tmp/${String(count).padStart(6, '0')}.${extension}`
      files.set(path, file)
      return path
    },
    get: (path) => files.get(path),
    remove: (path) => void files.delete(path),
  }
}
