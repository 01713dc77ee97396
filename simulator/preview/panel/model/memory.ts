import { createPhoneMemory, type KeptFile, type PhoneMemory } from '../../../wx/phone/memory'
import { bytesOf, textOf } from '../../../wx/files/encodings'

const keyOf = (person: string) => `phone of ${person}`

/** A file as a tab keeps it: its bytes in base64. */
type KeptText = Pick<KeptFile, 'createdAt' | 'modifiedAt'> & { base64: string }

interface Kept {
  entries: [string, string][]
  files?: [string, KeptText][]
  folders?: string[]
  privacy: PhoneMemory['privacy']
  scopes?: [string, boolean][]
}

/** Phones that hold more than a tab keeps. */
const tooLarge = new Map<string, PhoneMemory>()

/** More bytes of files than this do not fit into a tab in any case. */
const MOST_FILE_BYTES = 4_000_000

/** A file never changes: its text is made once. */
const texts = new WeakMap<KeptFile, string>()
const base64Of = (file: KeptFile) => {
  const text = texts.get(file) ?? textOf(file.bytes, 'base64')
  texts.set(file, text)
  return text
}

const fits = ({ files }: PhoneMemory) =>
  [...files.values()].reduce((sum, { bytes }) => sum + bytes.byteLength, 0) <= MOST_FILE_BYTES

const readKept = (person: string): Kept | undefined => {
  const text = sessionStorage.getItem(keyOf(person))
  return text === null ? undefined : (JSON.parse(text) as Kept)
}

/** The phone of this person as they left it, in this tab of the browser; fresh when they never had one. */
export const recallMemory = (person: string): PhoneMemory => {
  const kept = readKept(person)
  if (kept === undefined) return tooLarge.get(person) ?? createPhoneMemory()
  const { entries, files = [], folders = [], privacy, scopes = [] } = kept
  return {
    entries: new Map(entries),
    files: new Map(
      files.map(([path, { base64, ...times }]) => [
        path,
        { bytes: bytesOf(base64, 'base64'), ...times },
      ]),
    ),
    folders: new Set(folders),
    privacy,
    scopes: new Map(scopes),
  }
}

/** The person deletes the mini-program from their phone. */
export const forgetMemory = (person: string): void => {
  tooLarge.delete(person)
  sessionStorage.removeItem(keyOf(person))
}

/**
 * Keeps the phone until the tab is closed. A phone holds up to 10 MB and 200 MB of files, a tab about five: one
 * that does not fit is kept until the tab is loaded anew.
 */
export const keepMemory = (person: string, memory: PhoneMemory): void => {
  const { entries, files, folders, privacy, scopes } = memory
  const keepOutside = () => {
    forgetMemory(person)
    tooLarge.set(person, memory)
  }
  if (!fits(memory)) return keepOutside()
  try {
    const kept: Kept = {
      entries: [...entries],
      files: [...files].map(([path, file]) => {
        const { createdAt, modifiedAt } = file
        return [path, { base64: base64Of(file), createdAt, modifiedAt }]
      }),
      folders: [...folders],
      privacy,
      scopes: [...scopes],
    }
    sessionStorage.setItem(keyOf(person), JSON.stringify(kept))
    tooLarge.delete(person)
  } catch {
    keepOutside()
  }
}
