import { readFileSync } from 'node:fs'

const causeOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Reads a file of JSON in UTF-8, with or without a byte order mark; throws a sentence that names the file. */
export const readJson = (path: string): unknown => {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw new Error(`${path} cannot be read: ${causeOf(error)}`)
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Error(`${path} is not written in UTF-8: save it as UTF-8.`)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${path} is no file of JSON: ${causeOf(error)}`)
  }
}
