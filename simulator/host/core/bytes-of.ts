import type { Files } from './ports'

/** The bytes of a file of a mini-program as it was written; undefined when there is none. */
export const bytesOf = (files: Files, path: string): Uint8Array | undefined => {
  if (files.bytes !== undefined) return files.bytes(path)
  const text = files.read(path)
  return text === undefined ? undefined : new TextEncoder().encode(text)
}
