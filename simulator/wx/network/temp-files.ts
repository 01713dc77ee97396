import type { GivenFile } from '../phone/person'

/** Files of this launch only; their paths mean nothing after it. */
export interface TempFiles {
  /** Keeps a file and returns its path. */
  add(file: GivenFile | { bytes: ArrayBuffer; type: string }): string
  get(path: string): { bytes: ArrayBuffer; type: string } | undefined
}

/** Creates the temporary folder of one launch. */
export const createTempFiles = (): TempFiles => {
  const files = new Map<string, { bytes: ArrayBuffer; type: string }>()
  return {
    add: (file) => {
      const [, extension = 'bin'] = /^\w+\/([\w.-]+)/.exec(file.type) ?? []
      const path = `http://tmp/${String(files.size + 1).padStart(6, '0')}.${extension}`
      files.set(path, file)
      return path
    },
    get: (path) => files.get(path),
  }
}
